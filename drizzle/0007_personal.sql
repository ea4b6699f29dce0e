-- Files that tell of persons. Written by hand: a generated rebuild drops STRICT and triggers.
-- A file with columns that tell of persons is kept as a copy without them; sha256 is that of the file
-- as it came.
ALTER TABLE stored_file ADD COLUMN is_redacted INTEGER NOT NULL DEFAULT 0 CHECK (is_redacted IN (0, 1));
--> statement-breakpoint
DROP TRIGGER stored_file_no_update;
--> statement-breakpoint
-- The one change there is: what tells of persons is taken out, also of a file that was kept whole before
-- anybody knew. Never the other way.
CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file
  WHEN NEW.is_redacted = 0 OR NEW.sha256 IS NOT OLD.sha256
  BEGIN SELECT RAISE(ABORT, 'stored_file is append-only'); END;
