-- Publishing, locking and reopening (DESIGN 3, 8, 10). Written by hand: a generated rebuild drops STRICT and triggers.
-- Said after the papers were sent: changed at the meeting ("ändrad vid sammanträdet").
ALTER TABLE judgement ADD COLUMN at_meeting INTEGER NOT NULL DEFAULT 0 CHECK (at_meeting IN (0, 1));
--> statement-breakpoint
ALTER TABLE comment ADD COLUMN at_meeting INTEGER NOT NULL DEFAULT 0 CHECK (at_meeting IN (0, 1));
--> statement-breakpoint
ALTER TABLE activity_state ADD COLUMN at_meeting INTEGER NOT NULL DEFAULT 0 CHECK (at_meeting IN (0, 1));
--> statement-breakpoint
-- What a nämnd decided, frozen: the assessed tree as bytes, and what they were when they were frozen.
CREATE TABLE settlement (
  id INTEGER PRIMARY KEY,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  number INTEGER NOT NULL CHECK (number > 0),
  assessed BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
  paragraph TEXT NOT NULL CHECK (length(trim(paragraph)) > 0),
  diarienummer TEXT NOT NULL CHECK (length(trim(diarienummer)) > 0),
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (namnd, occasion, number)
) STRICT;
--> statement-breakpoint
-- Every step of an occasion in a nämnd, with why where it is taken back.
CREATE TABLE phase_change (
  id INTEGER PRIMARY KEY,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  phase TEXT NOT NULL CHECK (phase IN ('oppet', 'publicerat', 'last')),
  settlement INTEGER REFERENCES settlement,
  reason TEXT,
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((phase = 'last') = (settlement IS NOT NULL)),
  CHECK (phase <> 'oppet' OR length(trim(coalesce(reason, ''))) > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX phase_change_settlement ON phase_change (settlement) WHERE settlement IS NOT NULL;
--> statement-breakpoint
CREATE INDEX phase_change_occasion ON phase_change (namnd, occasion);
--> statement-breakpoint
CREATE TRIGGER settlement_no_update BEFORE UPDATE ON settlement BEGIN SELECT RAISE(ABORT, 'settlement is append-only'); END;
--> statement-breakpoint
-- REPLACE goes past the two below where a connection has not asked for recursive triggers.
CREATE TRIGGER settlement_no_replace BEFORE INSERT ON settlement
  WHEN EXISTS (SELECT 1 FROM settlement WHERE id = NEW.id OR (namnd = NEW.namnd AND occasion = NEW.occasion AND number = NEW.number))
  BEGIN SELECT RAISE(ABORT, 'settlement is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER settlement_no_delete BEFORE DELETE ON settlement BEGIN SELECT RAISE(ABORT, 'settlement is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER phase_change_no_update BEFORE UPDATE ON phase_change BEGIN SELECT RAISE(ABORT, 'phase_change is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER phase_change_no_delete BEFORE DELETE ON phase_change BEGIN SELECT RAISE(ABORT, 'phase_change is append-only'); END;
--> statement-breakpoint
-- Nothing was frozen before there was anything to freeze in: what was called locked was published.
UPDATE namnd_occasion SET phase = 'publicerat' WHERE phase = 'last';
--> statement-breakpoint
-- What was published before its steps were kept could be read from its day on; where none is known, since it was last changed.
INSERT INTO phase_change (namnd, occasion, phase, by_name, by_role, at)
  SELECT namnd, occasion, phase, 'Fyren', 'administrator', coalesce(published_on || 'T23:59:59.999Z',
    (SELECT max(at) FROM (SELECT namnd, occasion, at FROM judgement UNION ALL SELECT namnd, occasion, at FROM comment) AS said
     WHERE said.namnd = namnd_occasion.namnd AND said.occasion = namnd_occasion.occasion),
    '1970-01-01T00:00:00.000Z')
  FROM namnd_occasion WHERE phase = 'publicerat';
--> statement-breakpoint
CREATE TRIGGER namnd_occasion_begins BEFORE INSERT ON namnd_occasion WHEN NEW.phase <> 'oppet'
  BEGIN SELECT RAISE(ABORT, 'an occasion begins open'); END;
--> statement-breakpoint
CREATE TRIGGER namnd_occasion_steps BEFORE UPDATE OF phase ON namnd_occasion
  WHEN (OLD.phase || ' ' || NEW.phase) NOT IN ('oppet publicerat', 'publicerat last', 'publicerat oppet', 'last oppet')
  BEGIN SELECT RAISE(ABORT, 'an occasion goes step by step'); END;
--> statement-breakpoint
-- Locked is what has been frozen since it was open last.
CREATE TRIGGER namnd_occasion_locks BEFORE UPDATE OF phase ON namnd_occasion
  WHEN NEW.phase = 'last' AND NOT EXISTS (
    SELECT 1 FROM settlement WHERE namnd = NEW.namnd AND occasion = NEW.occasion
      AND NOT EXISTS (SELECT 1 FROM phase_change WHERE phase_change.settlement = settlement.id))
  BEGIN SELECT RAISE(ABORT, 'nothing is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER namnd_occasion_no_delete BEFORE DELETE ON namnd_occasion BEGIN SELECT RAISE(ABORT, 'an occasion stays'); END;
--> statement-breakpoint
-- What is said is said while it is open, or at the meeting while it is published; of what is locked nothing is.
CREATE TRIGGER judgement_in_time BEFORE INSERT ON judgement
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = NEW.namnd AND occasion = NEW.occasion) IS NOT iif(NEW.at_meeting, 'publicerat', 'oppet')
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
--> statement-breakpoint
CREATE TRIGGER comment_in_time BEFORE INSERT ON comment
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = NEW.namnd AND occasion = NEW.occasion) IS NOT iif(NEW.at_meeting, 'publicerat', 'oppet')
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
--> statement-breakpoint
CREATE TRIGGER activity_state_in_time BEFORE INSERT ON activity_state
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = NEW.namnd AND occasion = NEW.occasion) IS NOT iif(NEW.at_meeting, 'publicerat', 'oppet')
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
--> statement-breakpoint
CREATE TRIGGER ready_mark_in_time BEFORE INSERT ON ready_mark
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = NEW.namnd AND occasion = NEW.occasion) IS NOT 'oppet'
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
--> statement-breakpoint
CREATE TRIGGER ceiling_in_time BEFORE INSERT ON ceiling
  WHEN (SELECT phase FROM namnd_occasion WHERE namnd = NEW.namnd AND occasion = NEW.occasion) IS NOT 'oppet'
  BEGIN SELECT RAISE(ABORT, 'the occasion is closed'); END;
