-- Who and where ---------------------------------------------------------------------------------
CREATE TABLE kommun (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code GLOB '[0-9][0-9][0-9][0-9]'),
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
  -- Bumped by the write door in the same transaction as the change; what the assessed cache asks for.
  revision INTEGER NOT NULL DEFAULT 0
) STRICT;
--> statement-breakpoint
CREATE TABLE namnd (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  is_fullmaktige INTEGER NOT NULL CHECK (is_fullmaktige IN (0, 1)),
  position INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kommun, slug)
) STRICT;
--> statement-breakpoint
CREATE TABLE owner_role (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kommun, code)
) STRICT;
--> statement-breakpoint
-- What a value can be about. Shared places (riket, every kommun) have no owner.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('riket', 'region', 'group', 'kommun', 'unit')),
  code TEXT,
  name TEXT NOT NULL,
  kommun INTEGER REFERENCES kommun,
  parent INTEGER REFERENCES place,
  CHECK ((kind = 'unit') = (kommun IS NOT NULL)),
  CHECK (kind <> 'kommun' OR code IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX place_code ON place (kind, code) WHERE code IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX place_name ON place (kommun, name, coalesce(parent, 0)) WHERE kommun IS NOT NULL;
--> statement-breakpoint
-- Append-only, each row holding the hash of the one before.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('lasare', 'rapportskrivare', 'kvalitetsstrateg', 'administrator')),
  via TEXT NOT NULL CHECK (via IN ('web', 'command', 'schedule')),
  kommun INTEGER REFERENCES kommun,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  reason TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
--> statement-breakpoint
CREATE INDEX log_entity ON log (entity, entity_id, seq);
--> statement-breakpoint
-- How a kommun governs itself -------------------------------------------------------------------
CREATE TABLE scale (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kommun, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE scale_step (
  id INTEGER PRIMARY KEY,
  scale INTEGER NOT NULL REFERENCES scale,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  word TEXT NOT NULL,
  word_forecast TEXT NOT NULL,
  short TEXT NOT NULL,
  colour TEXT NOT NULL CHECK (colour IN ('green', 'lightgreen', 'yellow', 'orange', 'red', 'none')),
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  verdict TEXT CHECK (verdict IN ('met', 'near', 'missed')),
  UNIQUE (scale, key),
  UNIQUE (scale, position)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX scale_step_verdict ON scale_step (scale, verdict) WHERE verdict IS NOT NULL;
--> statement-breakpoint
CREATE TABLE occasion (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  cutoff_on TEXT NOT NULL CHECK (cutoff_on IS date(cutoff_on)),
  forecasts INTEGER REFERENCES occasion,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kommun, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  from_year INTEGER NOT NULL,
  to_year INTEGER NOT NULL,
  is_decided INTEGER NOT NULL CHECK (is_decided IN (0, 1)),
  judged_by TEXT NOT NULL CHECK (judged_by IN ('people', 'rule')),
  indicator_scale INTEGER REFERENCES scale,
  papers TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kommun, key),
  CHECK (from_year <= to_year)
) STRICT;
--> statement-breakpoint
CREATE TABLE plan_namnd (
  plan INTEGER NOT NULL REFERENCES plan,
  namnd INTEGER NOT NULL REFERENCES namnd,
  PRIMARY KEY (plan, namnd)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE level (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan,
  key TEXT NOT NULL,
  singular TEXT NOT NULL,
  plural TEXT NOT NULL,
  position INTEGER NOT NULL,
  holds TEXT NOT NULL CHECK (holds IN ('goal', 'activity')),
  scale INTEGER REFERENCES scale,
  text_parts TEXT NOT NULL CHECK (json_valid(text_parts)),
  reported TEXT NOT NULL CHECK (json_valid(reported)),
  policy TEXT NOT NULL CHECK (json_valid(policy)),
  policy_kind TEXT NOT NULL GENERATED ALWAYS AS (policy ->> '$.kind') VIRTUAL CHECK (policy_kind IN ('none', 'worst', 'shares')),
  ceiling_rule TEXT CHECK (ceiling_rule IS NULL OR json_valid(ceiling_rule)),
  indicators_from TEXT NOT NULL CHECK (indicators_from IN ('own', 'own-and-parents')),
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (plan, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE level_parent (
  level INTEGER NOT NULL REFERENCES level,
  parent INTEGER NOT NULL REFERENCES level,
  PRIMARY KEY (level, parent)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE goal (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan,
  level INTEGER NOT NULL REFERENCES level,
  key TEXT NOT NULL,
  number TEXT,
  title TEXT,
  description TEXT NOT NULL,
  source TEXT,
  position INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (plan, key)
) STRICT;
--> statement-breakpoint
-- No cycles: checked by the domain in the same transaction.
CREATE TABLE goal_parent (
  child INTEGER NOT NULL REFERENCES goal,
  parent INTEGER NOT NULL REFERENCES goal,
  position INTEGER NOT NULL,
  PRIMARY KEY (child, parent),
  CHECK (child <> parent)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE goal_namnd (
  goal INTEGER NOT NULL REFERENCES goal,
  namnd INTEGER NOT NULL REFERENCES namnd,
  PRIMARY KEY (goal, namnd)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan,
  level INTEGER NOT NULL REFERENCES level,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  -- The date as the papers write it, beside the day it means; an impossible date has no day.
  start_on TEXT CHECK (start_on IS NULL OR start_on IS date(start_on)),
  start_text TEXT,
  end_on TEXT CHECK (end_on IS NULL OR end_on IS date(end_on)),
  end_text TEXT,
  note TEXT,
  source TEXT,
  position INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (plan, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE activity_goal (
  activity INTEGER NOT NULL REFERENCES activity,
  goal INTEGER NOT NULL REFERENCES goal,
  PRIMARY KEY (activity, goal)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE activity_related (
  activity INTEGER NOT NULL REFERENCES activity,
  related INTEGER NOT NULL REFERENCES activity,
  PRIMARY KEY (activity, related),
  CHECK (activity <> related)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE activity_owner (
  activity INTEGER NOT NULL REFERENCES activity,
  owner INTEGER NOT NULL REFERENCES owner_role,
  position INTEGER NOT NULL,
  PRIMARY KEY (activity, owner)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- A series that can be read in: a kommun's own, or shared (kommun NULL).
CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  kommun INTEGER REFERENCES kommun,
  code TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('kolada', 'hme', 'survey', 'own')),
  title TEXT NOT NULL,
  unit TEXT NOT NULL,
  is_share INTEGER NOT NULL CHECK (is_share IN (0, 1)),
  -- Which way is good, where it is certain: Kolada's API does not say.
  better TEXT NOT NULL DEFAULT 'none' CHECK (better IN ('higher', 'lower', 'inside', 'none')),
  -- The survey it is from, where that has a limit of its own for small counts.
  survey TEXT CHECK (survey IN ('osa', 'lss', 'ifo', 'aldre', 'insikt')),
  -- Fewer answers than this are not shown; NULL is the limit of source and survey. Never under five (DESIGN 5).
  small_count INTEGER CHECK (small_count IS NULL OR small_count >= 5),
  -- A count of persons whose small values point somebody out: off unless set.
  hides_persons INTEGER NOT NULL DEFAULT 0 CHECK (hides_persons IN (0, 1)),
  ended_after INTEGER,
  -- Whose figure it is in Kolada (K, L, A): tells apart two of one title.
  about TEXT CHECK (about IN ('kommun', 'region', 'both')),
  rev INTEGER NOT NULL DEFAULT 0
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX measure_code ON measure (coalesce(kommun, 0), code);
--> statement-breakpoint
-- Titles a measure has had, folded: how old files name it.
CREATE TABLE measure_title (
  title_folded TEXT NOT NULL,
  measure INTEGER NOT NULL REFERENCES measure,
  PRIMARY KEY (title_folded, measure)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Whom a kommun compares itself with; never itself.
CREATE TABLE comparison_group (
  id INTEGER PRIMARY KEY,
  kommun INTEGER NOT NULL REFERENCES kommun,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kommun, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE comparison_member (
  comparison_group INTEGER NOT NULL REFERENCES comparison_group,
  place INTEGER NOT NULL REFERENCES place,
  PRIMARY KEY (comparison_group, place)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Outlives plans: a new year makes new targets, not new series.
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  namnd INTEGER NOT NULL REFERENCES namnd,
  key TEXT NOT NULL,
  word TEXT NOT NULL,
  heading TEXT,
  title TEXT NOT NULL,
  short TEXT,
  definition TEXT NOT NULL,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 4),
  better TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'inside', 'none')),
  is_compared INTEGER NOT NULL CHECK (is_compared IN (0, 1)),
  adds_up TEXT NOT NULL CHECK (adds_up IN ('latest', 'cumulative', 'weighted', 'none')),
  has_linear_share INTEGER NOT NULL CHECK (has_linear_share IN (0, 1)),
  measure INTEGER NOT NULL REFERENCES measure,
  compare_code TEXT,
  measured_at TEXT CHECK (measured_at IS NULL OR json_valid(measured_at)),
  source TEXT,
  position INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  UNIQUE (namnd, key)
) STRICT;
--> statement-breakpoint
CREATE INDEX indicator_measure ON indicator (measure);
--> statement-breakpoint
CREATE TABLE goal_indicator (
  goal INTEGER NOT NULL REFERENCES goal,
  indicator INTEGER NOT NULL REFERENCES indicator,
  PRIMARY KEY (goal, indicator)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE activity_indicator (
  activity INTEGER NOT NULL REFERENCES activity,
  indicator INTEGER NOT NULL REFERENCES indicator,
  PRIMARY KEY (activity, indicator)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE series_break (
  indicator INTEGER NOT NULL REFERENCES indicator,
  from_on TEXT NOT NULL CHECK (from_on IS date(from_on)),
  reason TEXT NOT NULL,
  PRIMARY KEY (indicator, from_on)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  indicator INTEGER NOT NULL REFERENCES indicator,
  year INTEGER NOT NULL,
  occasion INTEGER REFERENCES occasion,
  sex TEXT NOT NULL CHECK (sex IN ('T', 'K', 'M', 'A')),
  place INTEGER NOT NULL REFERENCES place,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  kind TEXT NOT NULL GENERATED ALWAYS AS (rule ->> '$.kind') VIRTUAL CHECK (
    kind IN ('at-least', 'at-most', 'between', 'hold', 'change', 'better-than-previous', 'rank', 'count-by', 'done-by', 'text', 'reference')
  ),
  printed TEXT,
  source TEXT,
  -- A changed target is a new row; the old one keeps when it was replaced.
  replaced_at TEXT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX target_one ON target (indicator, year, coalesce(occasion, 0), sex, place) WHERE replaced_at IS NULL;
--> statement-breakpoint
-- Files and values: append-only -----------------------------------------------------------------
CREATE TABLE stored_file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE upload (
  id INTEGER PRIMARY KEY,
  kommun INTEGER REFERENCES kommun,
  file_name TEXT NOT NULL,
  file TEXT NOT NULL REFERENCES stored_file,
  encoding TEXT NOT NULL,
  layout TEXT NOT NULL,
  reader_version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('loading', 'stored', 'undone', 'discarded')),
  -- Order of storing, not of uploading: the newest stored wins.
  stored_seq INTEGER UNIQUE,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  created_at TEXT NOT NULL,
  stored_at TEXT,
  counts TEXT CHECK (counts IS NULL OR json_valid(counts)),
  CHECK ((state IN ('stored', 'undone')) = (stored_seq IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX upload_kommun ON upload (kommun, state);
--> statement-breakpoint
-- Finds an upload's rows without a second index on observation.
CREATE TABLE upload_measure (
  upload INTEGER NOT NULL REFERENCES upload,
  measure INTEGER NOT NULL REFERENCES measure,
  rows INTEGER NOT NULL,
  PRIMARY KEY (upload, measure)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Every second of reading a large file is spent here: `=` is twice as fast as IN, and a trigger after
-- the row faster than one before it.
CREATE TABLE observation (
  measure INTEGER NOT NULL REFERENCES measure,
  period TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex = 'T' OR sex = 'K' OR sex = 'M' OR sex = 'A'),
  place INTEGER NOT NULL REFERENCES place,
  breakdown TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'utfall' OR kind = 'prognos' OR kind = 'budget'),
  upload INTEGER NOT NULL REFERENCES upload,
  line INTEGER NOT NULL,
  col INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (
    state = 'value' OR state = 'missing' OR state = 'suppressed' OR state = 'not_applicable' OR state = 'not_collected'
  ),
  value REAL,
  printed TEXT NOT NULL,
  numerator REAL,
  denominator REAL,
  n INTEGER,
  asked INTEGER,
  is_preliminary INTEGER NOT NULL CHECK (is_preliminary = 0 OR is_preliminary = 1),
  measured_on TEXT CHECK (measured_on IS NULL OR measured_on IS date(measured_on)),
  published_on TEXT CHECK (published_on IS NULL OR published_on IS date(published_on)),
  note TEXT,
  PRIMARY KEY (measure, period, sex, place, breakdown, kind, upload),
  CHECK ((state = 'value') = (value IS NOT NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- What people say at an occasion: append-only chains, so that the database itself tells the second
-- of two editors -------------------------------------------------------------------------------
CREATE TABLE namnd_occasion (
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  phase TEXT NOT NULL CHECK (phase IN ('oppet', 'publicerat', 'last')),
  published_on TEXT CHECK (published_on IS NULL OR published_on IS date(published_on)),
  meeting_on TEXT CHECK (meeting_on IS NULL OR meeting_on IS date(meeting_on)),
  rev INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (namnd, occasion)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE ceiling (
  goal INTEGER NOT NULL REFERENCES goal,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  step INTEGER NOT NULL REFERENCES scale_step,
  words TEXT NOT NULL,
  source TEXT,
  PRIMARY KEY (goal, namnd, occasion)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  goal INTEGER REFERENCES goal,
  activity INTEGER REFERENCES activity,
  indicator INTEGER REFERENCES indicator,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  aspect TEXT NOT NULL CHECK (aspect IN ('forecast', 'outcome')),
  place INTEGER NOT NULL REFERENCES place,
  kind TEXT NOT NULL CHECK (kind IN ('step', 'ej_bedomt', 'mats_senare', 'ej_utvarderad')),
  step INTEGER REFERENCES scale_step,
  measured_at INTEGER REFERENCES occasion,
  reason TEXT,
  source TEXT,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  previous INTEGER REFERENCES judgement,
  CHECK ((goal IS NOT NULL) + (activity IS NOT NULL) + (indicator IS NOT NULL) = 1),
  CHECK ((kind = 'step') = (step IS NOT NULL)),
  CHECK ((kind = 'mats_senare') = (measured_at IS NOT NULL)),
  -- From the papers a reason may be missing; from a person it may not.
  CHECK (kind <> 'ej_utvarderad' OR reason IS NOT NULL OR source IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX judgement_next ON judgement (previous) WHERE previous IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX judgement_first ON judgement (coalesce(goal, 0), coalesce(activity, 0), coalesce(indicator, 0), namnd, occasion, aspect, place) WHERE previous IS NULL;
--> statement-breakpoint
CREATE TABLE comment (
  id INTEGER PRIMARY KEY,
  goal INTEGER REFERENCES goal,
  activity INTEGER REFERENCES activity,
  indicator INTEGER REFERENCES indicator,
  namnd INTEGER NOT NULL REFERENCES namnd,
  occasion INTEGER NOT NULL REFERENCES occasion,
  place INTEGER NOT NULL REFERENCES place,
  part TEXT NOT NULL,
  body TEXT NOT NULL,
  source TEXT,
  by_name TEXT NOT NULL,
  by_role TEXT NOT NULL,
  at TEXT NOT NULL,
  previous INTEGER REFERENCES comment,
  CHECK ((goal IS NOT NULL) + (activity IS NOT NULL) + (indicator IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX comment_next ON comment (previous) WHERE previous IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX comment_first ON comment (coalesce(goal, 0), coalesce(activity, 0), coalesce(indicator, 0), namnd, occasion, place, part) WHERE previous IS NULL;
--> statement-breakpoint
-- Append-only ------------------------------------------------------------------------------------
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'stored_file is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER stored_file_no_delete BEFORE DELETE ON stored_file BEGIN SELECT RAISE(ABORT, 'stored_file is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER comment_no_update BEFORE UPDATE ON comment BEGIN SELECT RAISE(ABORT, 'comment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER comment_no_delete BEFORE DELETE ON comment BEGIN SELECT RAISE(ABORT, 'comment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation
  WHEN (SELECT state FROM upload WHERE id = OLD.upload) NOT IN ('loading', 'discarded')
  BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER observation_into_open AFTER INSERT ON observation
  WHEN (SELECT state FROM upload WHERE id = NEW.upload) <> 'loading'
  BEGIN SELECT RAISE(ABORT, 'upload is closed'); END;
--> statement-breakpoint
CREATE TRIGGER upload_no_delete BEFORE DELETE ON upload BEGIN SELECT RAISE(ABORT, 'upload is append-only'); END;
--> statement-breakpoint
-- An upload goes one way: loading → stored ⇄ undone, or loading → discarded.
CREATE TRIGGER upload_forward BEFORE UPDATE OF state ON upload
  WHEN NOT ((OLD.state = 'loading' AND NEW.state <> 'undone') OR (OLD.state IN ('stored', 'undone') AND NEW.state IN ('stored', 'undone')))
  BEGIN SELECT RAISE(ABORT, 'upload state goes one way'); END;
--> statement-breakpoint
-- What it says of its file never changes: a row that got no kommun would be seen by all of them.
CREATE TRIGGER upload_no_update BEFORE UPDATE OF id, kommun, file_name, file, encoding, layout, reader_version, by_name, by_role, created_at ON upload
  BEGIN SELECT RAISE(ABORT, 'upload is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER upload_keeps_place BEFORE UPDATE OF stored_seq ON upload
  WHEN NEW.stored_seq <> OLD.stored_seq
  BEGIN SELECT RAISE(ABORT, 'upload keeps its place'); END;
