-- Bytes that were uploaded by mistake can be removed, by a decision (gallringsbeslut). Written by hand: a generated
-- rebuild drops STRICT and triggers.
-- That they are gone, and why. The file's row, its uploads and their values stay.
CREATE TABLE gallring (
  sha256 TEXT PRIMARY KEY REFERENCES stored_file,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  -- The decision: diarienummer or §.
  decision TEXT NOT NULL CHECK (trim(decision) <> ''),
  decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  -- When the database's own files were rewritten without the bytes; NULL until they have been.
  erased_at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER gallring_no_update BEFORE UPDATE ON gallring
  WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.sha256 IS NOT OLD.sha256
    OR NEW.reason IS NOT OLD.reason OR NEW.decision IS NOT OLD.decision OR NEW.decided_on IS NOT OLD.decided_on
    OR NEW.by_person IS NOT OLD.by_person OR NEW.by_name IS NOT OLD.by_name OR NEW.by_role IS NOT OLD.by_role
    OR NEW.at IS NOT OLD.at
  BEGIN SELECT RAISE(ABORT, 'gallring is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER gallring_no_delete BEFORE DELETE ON gallring BEGIN SELECT RAISE(ABORT, 'gallring is append-only'); END;
--> statement-breakpoint
DROP TRIGGER stored_file_no_update;
--> statement-breakpoint
-- Two changes there are. What tells of persons is taken out, also of a file that was kept whole before anybody knew,
-- and never the other way. And what is to be removed is emptied, and never filled again.
CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file
  WHEN NEW.sha256 IS NOT OLD.sha256 OR CASE
    WHEN EXISTS (SELECT 1 FROM gallring WHERE sha256 = OLD.sha256)
      THEN NEW.bytes <> x'' OR NEW.is_packed <> 0 OR NEW.is_redacted <> OLD.is_redacted
    ELSE NEW.is_redacted = 0
  END
  BEGIN SELECT RAISE(ABORT, 'stored_file is append-only'); END;
--> statement-breakpoint
-- The decision and what it is about cannot part.
CREATE TRIGGER gallring_empties AFTER INSERT ON gallring
  BEGIN UPDATE stored_file SET bytes = x'', is_packed = 0 WHERE sha256 = NEW.sha256; END;
