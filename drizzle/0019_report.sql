-- What a report of a kind of occasion is made of, for all nämnder of a kommun; none is Fyren's own.
CREATE TABLE report_template (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  kind TEXT NOT NULL CHECK (length(trim(kind)) > 0),
  template TEXT NOT NULL CHECK (json_valid(template)),
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kommun, kind)
) STRICT;
--> statement-breakpoint
-- A kommun's own Word file, which its reports take their look from. The newest holds.
CREATE TABLE word_template (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  file_name TEXT NOT NULL,
  -- Null takes the one before away.
  bytes BLOB,
  sha256 TEXT CHECK ((sha256 IS NULL) = (bytes IS NULL)),
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX word_template_kommun ON word_template (kommun);
--> statement-breakpoint
-- A text of a report, in a place of it: a chain, as all that people say. `draft` is what was drafted beside it, with what
-- its numbers stand for; `elsewhere` says which numbers are from another source.
CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY,
  namnd INTEGER NOT NULL,
  occasion INTEGER NOT NULL,
  slot TEXT NOT NULL CHECK (length(slot) > 0),
  body TEXT NOT NULL,
  draft TEXT CHECK (json_valid(draft)),
  elsewhere TEXT NOT NULL CHECK (json_valid(elsewhere)),
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  previous INTEGER REFERENCES paragraph,
  FOREIGN KEY (namnd, occasion) REFERENCES namnd_occasion
) STRICT;
--> statement-breakpoint
CREATE INDEX paragraph_at ON paragraph (namnd, occasion, slot);
--> statement-breakpoint
CREATE UNIQUE INDEX paragraph_next ON paragraph (previous) WHERE previous IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX paragraph_first ON paragraph (namnd, occasion, slot) WHERE previous IS NULL;
--> statement-breakpoint
CREATE TRIGGER paragraph_no_update BEFORE UPDATE ON paragraph BEGIN SELECT RAISE(ABORT, 'paragraph is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER paragraph_no_delete BEFORE DELETE ON paragraph BEGIN SELECT RAISE(ABORT, 'paragraph is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER paragraph_in_time BEFORE INSERT ON paragraph
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = NEW.namnd AND occasion = NEW.occasion) IS NOT 'oppet'
    AND (SELECT phase FROM namnd_occasion WHERE namnd = NEW.namnd AND occasion = NEW.occasion) IS NOT 'publicerat'
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
--> statement-breakpoint
-- A report as it was when it was locked: `json` is the document, in the same transaction; its files are made of that.
CREATE TABLE report_file (
  id INTEGER PRIMARY KEY,
  settlement INTEGER NOT NULL REFERENCES settlement,
  format TEXT NOT NULL CHECK (format IN ('json', 'docx', 'xlsx', 'csv', 'html')),
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  UNIQUE (settlement, format)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER report_file_no_update BEFORE UPDATE ON report_file BEGIN SELECT RAISE(ABORT, 'report_file is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER report_file_no_delete BEFORE DELETE ON report_file BEGIN SELECT RAISE(ABORT, 'report_file is append-only'); END;
--> statement-breakpoint
-- REPLACE goes past the one above where a connection has not asked for recursive triggers.
CREATE TRIGGER report_file_no_replace BEFORE INSERT ON report_file
  WHEN EXISTS (SELECT 1 FROM report_file WHERE id = NEW.id OR (settlement = NEW.settlement AND format = NEW.format))
  BEGIN SELECT RAISE(ABORT, 'report_file is append-only'); END;
