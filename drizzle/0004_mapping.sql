-- What kommuner have said of tables that nobody knows, and of the names in them. Written by hand: a generated rebuild drops STRICT and triggers.
-- A changed one is a new row: what an upload was read by can always be seen.
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  -- Of the headings, whatever their case and blanks.
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  header TEXT NOT NULL CHECK (json_valid(header)),
  -- Null where the headings are known, and only names were told of.
  mapping TEXT CHECK (mapping IS NULL OR json_valid(mapping)),
  names TEXT NOT NULL CHECK (json_valid(names)),
  file_name TEXT NOT NULL,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  replaced_at TEXT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX mapping_one ON mapping (kommun, fingerprint) WHERE replaced_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER mapping_no_update BEFORE UPDATE OF kommun, fingerprint, header, mapping, names, file_name, by_name, by_role, confirmed_at ON mapping
  BEGIN SELECT RAISE(ABORT, 'mapping is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER mapping_no_delete BEFORE DELETE ON mapping
  BEGIN SELECT RAISE(ABORT, 'mapping is append-only'); END;
