-- What was told of a step and was wrong is put right beside it: what was told, and what was frozen, stays.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES phase_change,
  -- The days of a kallelse, of a step to publicerat.
  published_on TEXT CHECK (published_on IS date(published_on)),
  meeting_on TEXT CHECK (meeting_on IS date(meeting_on)),
  -- What the nämnd decided, of a step to låst.
  decided_on TEXT CHECK (decided_on IS date(decided_on)),
  paragraph TEXT CHECK (length(trim(paragraph)) > 0),
  diarienummer TEXT CHECK (length(trim(diarienummer)) > 0),
  reason TEXT,
  by_person INTEGER REFERENCES person,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((published_on IS NULL) <> (decided_on IS NULL)),
  CHECK (published_on IS NOT NULL OR meeting_on IS NULL),
  CHECK ((decided_on IS NULL) = (paragraph IS NULL) AND (decided_on IS NULL) = (diarienummer IS NULL)),
  CHECK (decided_on IS NULL OR length(trim(coalesce(reason, ''))) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX correction_step ON correction (step);
--> statement-breakpoint
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END;
--> statement-breakpoint
-- REPLACE goes past the one above where a connection has not asked for recursive triggers.
CREATE TRIGGER correction_no_replace BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END;
--> statement-breakpoint
-- The days while it is published, of the step that published it; the decision while it is locked, of the step that locked it.
CREATE TRIGGER correction_in_time BEFORE INSERT ON correction
  WHEN NOT EXISTS (
    SELECT 1 FROM phase_change AS step
      JOIN namnd_occasion AS stands ON stands.namnd = step.namnd AND stands.occasion = step.occasion
    WHERE step.id = NEW.step AND step.phase = stands.phase AND step.phase = iif(NEW.decided_on IS NULL, 'publicerat', 'last')
      AND NOT EXISTS (
        SELECT 1 FROM phase_change AS next WHERE next.namnd = step.namnd AND next.occasion = step.occasion AND next.id > step.id
          AND (next.phase = 'oppet' OR step.phase = 'last')))
  BEGIN SELECT RAISE(ABORT, 'the step is not the last of its kind'); END;
--> statement-breakpoint
-- The days that a step to publicerat told, which the next one would write over.
ALTER TABLE phase_change ADD COLUMN published_on TEXT CHECK (published_on IS date(published_on));
--> statement-breakpoint
ALTER TABLE phase_change ADD COLUMN meeting_on TEXT CHECK (meeting_on IS date(meeting_on));
--> statement-breakpoint
DROP TRIGGER phase_change_no_update;
--> statement-breakpoint
-- Of those before, what the log holds; of the newest, what still stands.
UPDATE phase_change SET (published_on, meeting_on) = (
  SELECT log.after ->> '$.publishedOn', log.after ->> '$.meetingOn' FROM log
    JOIN namnd ON namnd.id = phase_change.namnd AND namnd.kommun = log.kommun
    JOIN occasion ON occasion.id = phase_change.occasion
  WHERE log.action = 'occasion.publish' AND log.at = phase_change.at AND log.entity_id = namnd.slug || '/' || occasion.key
  LIMIT 1)
WHERE phase = 'publicerat';
--> statement-breakpoint
UPDATE phase_change SET (published_on, meeting_on) = (
  SELECT published_on, meeting_on FROM namnd_occasion AS stands
  WHERE stands.namnd = phase_change.namnd AND stands.occasion = phase_change.occasion)
WHERE id IN (
  SELECT max(step.id) FROM phase_change AS step
  WHERE step.phase = 'publicerat' AND (
    SELECT phase FROM phase_change AS before WHERE before.namnd = step.namnd AND before.occasion = step.occasion AND before.id < step.id
    ORDER BY before.id DESC LIMIT 1) IS NOT 'last'
  GROUP BY step.namnd, step.occasion);
--> statement-breakpoint
CREATE TRIGGER phase_change_no_update BEFORE UPDATE ON phase_change BEGIN SELECT RAISE(ABORT, 'phase_change is append-only'); END;
