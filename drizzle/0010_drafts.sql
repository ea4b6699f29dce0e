-- A draft is of a slot of a sheet, and the demo's own user has drafts too. Nothing had written to the table
-- before. Written by hand: a generated rebuild drops STRICT.
DROP TABLE draft;
--> statement-breakpoint
-- What somebody has written and not saved: theirs alone, and kept when the session ends.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  -- NULL: the demo's own user, who has no account.
  person INTEGER REFERENCES person,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  -- What it is of: the sheet and the slot, as the form names them.
  slot TEXT NOT NULL,
  -- The fields of the slot as they were written.
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  -- What was there when it was begun; 0 for nothing.
  base INTEGER NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX draft_one ON draft (coalesce(person, 0), namnd, occasion, slot);
