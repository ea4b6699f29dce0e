-- Reading in on screen. Written by hand: a generated rebuild drops STRICT and triggers.
-- A file that waits to be read in, with what has been decided about it. It changes nothing until it is
-- stored, so it is no upload, and is thrown away without a trace: whatever it held, nobody kept it.
CREATE TABLE preview (
  -- Never the number of another: an old link must not lead to somebody else's file.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kommun INTEGER NOT NULL REFERENCES kommun,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  -- The file itself lies beside the database, under this name.
  stored_as TEXT NOT NULL UNIQUE,
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  -- Two who answer at once: the second is told.
  rev INTEGER NOT NULL DEFAULT 0,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX preview_kommun ON preview (kommun);
--> statement-breakpoint
-- The preview it was stored from: a second press of the button finds what the first one made.
ALTER TABLE upload ADD COLUMN preview INTEGER;
--> statement-breakpoint
CREATE UNIQUE INDEX upload_preview ON upload (preview) WHERE preview IS NOT NULL AND state IN ('stored', 'undone');
--> statement-breakpoint
-- What was decided about the file: with it and the bytes the reading can be made again.
ALTER TABLE upload ADD COLUMN choices TEXT CHECK (choices IS NULL OR json_valid(choices));
--> statement-breakpoint
-- Process that loads it: one that lives no more was cut off.
ALTER TABLE upload ADD COLUMN loader INTEGER;
--> statement-breakpoint
ALTER TABLE upload ADD COLUMN undone_at TEXT;
--> statement-breakpoint
CREATE TRIGGER upload_keeps_choices BEFORE UPDATE OF preview, choices ON upload
  BEGIN SELECT RAISE(ABORT, 'upload is append-only'); END;
--> statement-breakpoint
-- Files of figures shrink to a quarter; those from before are as they came.
ALTER TABLE stored_file ADD COLUMN is_packed INTEGER NOT NULL DEFAULT 0 CHECK (is_packed IN (0, 1));
