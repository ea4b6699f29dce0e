-- What is said of an activity may also be when it begins and ends, and need not be how far it has come. Nothing had
-- written to the table before. Written by hand: a generated rebuild drops STRICT and triggers.
DROP TABLE activity_state;
--> statement-breakpoint
-- How far an activity has come, and its dates where they have changed, at an occasion: an append-only chain.
CREATE TABLE activity_state (
  id INTEGER PRIMARY KEY,
  activity INTEGER NOT NULL REFERENCES activity,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  -- NULL: nobody has said.
  lifecycle TEXT CHECK (lifecycle IN ('planned', 'under_way', 'done', 'paused', 'cancelled')),
  -- NULL: as the plan has it.
  start_on TEXT CHECK (start_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  end_on TEXT CHECK (end_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  previous INTEGER REFERENCES activity_state
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX activity_state_next ON activity_state (previous) WHERE previous IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX activity_state_first ON activity_state (activity, namnd, occasion) WHERE previous IS NULL;
--> statement-breakpoint
CREATE TRIGGER activity_state_no_update BEFORE UPDATE ON activity_state BEGIN SELECT RAISE(ABORT, 'activity_state is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER activity_state_no_delete BEFORE DELETE ON activity_state BEGIN SELECT RAISE(ABORT, 'activity_state is append-only'); END;
