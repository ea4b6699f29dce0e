-- What was sent with a kallelse, as bytes, of the step that published it: what has come in since is held against that.
CREATE TABLE sent_tree (
  step INTEGER PRIMARY KEY REFERENCES phase_change,
  assessed BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER sent_tree_no_update BEFORE UPDATE ON sent_tree BEGIN SELECT RAISE(ABORT, 'sent_tree is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER sent_tree_no_delete BEFORE DELETE ON sent_tree BEGIN SELECT RAISE(ABORT, 'sent_tree is append-only'); END;
--> statement-breakpoint
-- REPLACE goes past the one above where a connection has not asked for recursive triggers.
CREATE TRIGGER sent_tree_no_replace BEFORE INSERT ON sent_tree WHEN EXISTS (SELECT 1 FROM sent_tree WHERE step = NEW.step)
  BEGIN SELECT RAISE(ABORT, 'sent_tree is append-only'); END;
