-- Accounts, roles and who is signed in. Written by hand: a generated rebuild drops STRICT and triggers.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  email TEXT NOT NULL,
  -- As it is looked for: nobody has two accounts for the case of a letter.
  email_folded TEXT NOT NULL UNIQUE CHECK (email_folded <> ''),
  -- NULL until a password is chosen.
  password_hash TEXT,
  created_at TEXT NOT NULL,
  closed_at TEXT,
  rev INTEGER NOT NULL DEFAULT 0
) STRICT;
--> statement-breakpoint
-- kommun NULL is the installation, namnd NULL all of the kommun. One that has ended stays.
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  role TEXT NOT NULL CHECK (role IN ('lasare', 'rapportskrivare', 'kvalitetsstrateg', 'administrator')),
  kommun INTEGER REFERENCES kommun,
  namnd INTEGER REFERENCES namnd,
  given_by INTEGER REFERENCES person,
  given_at TEXT NOT NULL,
  ended_at TEXT,
  CHECK (namnd IS NULL OR kommun IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX role_grant_once ON role_grant (person, role, coalesce(kommun, 0), coalesce(namnd, 0)) WHERE ended_at IS NULL;
--> statement-breakpoint
-- A link by which somebody chooses a password, once. Without a person it makes the first administrator.
CREATE TABLE invitation (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  person INTEGER REFERENCES person,
  made_by INTEGER REFERENCES person,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Gone when it has ended. The token itself is in the browser's cookie and nowhere else.
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  person INTEGER NOT NULL REFERENCES person,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX session_person ON session (person);
--> statement-breakpoint
-- Every try to sign in, also for accounts that are not there: what slows guesses down.
CREATE TABLE login_try (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  address TEXT NOT NULL,
  at TEXT NOT NULL,
  ok INTEGER NOT NULL CHECK (ok IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX login_try_subject ON login_try (subject, at);
--> statement-breakpoint
CREATE INDEX login_try_address ON login_try (address, at);
--> statement-breakpoint
-- Whose account did it, beside the name it had then. NULL: a command, the demo, or before there were accounts.
ALTER TABLE log ADD COLUMN person INTEGER REFERENCES person;
--> statement-breakpoint
ALTER TABLE upload ADD COLUMN by_person INTEGER REFERENCES person;
--> statement-breakpoint
ALTER TABLE preview ADD COLUMN by_person INTEGER REFERENCES person;
--> statement-breakpoint
ALTER TABLE mapping ADD COLUMN by_person INTEGER REFERENCES person;
--> statement-breakpoint
ALTER TABLE judgement ADD COLUMN by_person INTEGER REFERENCES person;
--> statement-breakpoint
ALTER TABLE comment ADD COLUMN by_person INTEGER REFERENCES person;
--> statement-breakpoint
DROP TRIGGER upload_no_update;
--> statement-breakpoint
CREATE TRIGGER upload_no_update BEFORE UPDATE OF id, kommun, file_name, file, encoding, layout, reader_version, by_name, by_role, by_person, created_at ON upload
  BEGIN SELECT RAISE(ABORT, 'upload is append-only'); END;
--> statement-breakpoint
DROP TRIGGER mapping_no_update;
--> statement-breakpoint
CREATE TRIGGER mapping_no_update BEFORE UPDATE OF kommun, fingerprint, header, mapping, names, file_name, by_name, by_role, by_person, confirmed_at ON mapping
  BEGIN SELECT RAISE(ABORT, 'mapping is append-only'); END;
