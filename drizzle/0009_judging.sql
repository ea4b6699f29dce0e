-- Judging, the lifecycle of activities, drafts and what is ready. Written by hand: a generated rebuild drops STRICT and triggers.
-- What a judgement leaned on when it was given; NULL where it was taken from the papers.
ALTER TABLE judgement ADD COLUMN basis TEXT;
--> statement-breakpoint
-- What somebody has written and not saved: theirs alone, and kept when the session ends.
CREATE TABLE draft (
  person INTEGER NOT NULL REFERENCES person,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  -- What it is of, as the form names it.
  field TEXT NOT NULL,
  body TEXT NOT NULL,
  -- What was there when it was begun; 0 for nothing.
  base INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person, namnd, occasion, field)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- How far an activity has come, at an occasion: an append-only chain, as judgements are.
CREATE TABLE activity_state (
  id INTEGER PRIMARY KEY,
  activity INTEGER NOT NULL REFERENCES activity,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  lifecycle TEXT NOT NULL CHECK (lifecycle IN ('planned', 'under_way', 'done', 'paused', 'cancelled')),
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
--> statement-breakpoint
-- Somebody has said that a part is ready, or not after all: the same chain.
CREATE TABLE ready_mark (
  id INTEGER PRIMARY KEY,
  goal INTEGER REFERENCES goal,
  activity INTEGER REFERENCES activity,
  indicator INTEGER REFERENCES indicator,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  is_ready INTEGER NOT NULL CHECK (is_ready IN (0, 1)),
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  previous INTEGER REFERENCES ready_mark,
  CHECK ((goal IS NOT NULL) + (activity IS NOT NULL) + (indicator IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX ready_mark_next ON ready_mark (previous) WHERE previous IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX ready_mark_first ON ready_mark (coalesce(goal, 0), coalesce(activity, 0), coalesce(indicator, 0), namnd, occasion) WHERE previous IS NULL;
--> statement-breakpoint
CREATE TRIGGER ready_mark_no_update BEFORE UPDATE ON ready_mark BEGIN SELECT RAISE(ABORT, 'ready_mark is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER ready_mark_no_delete BEFORE DELETE ON ready_mark BEGIN SELECT RAISE(ABORT, 'ready_mark is append-only'); END;
