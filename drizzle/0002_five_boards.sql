-- What five ways of governing need of the model. Written by hand: a generated rebuild drops STRICT and triggers.
-- Whose the colours are: the papers', or ours for words that the papers print without any.
ALTER TABLE scale ADD COLUMN colours_by TEXT NOT NULL DEFAULT 'papers' CHECK (colours_by IN ('papers', 'fyren'));
--> statement-breakpoint
ALTER TABLE plan ADD COLUMN purpose TEXT;
--> statement-breakpoint
-- What can be said in words of an indicator: [{ key, title, perPlace }].
ALTER TABLE plan ADD COLUMN indicator_parts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(indicator_parts));
--> statement-breakpoint
-- One on a judged level may itself be read through the goals under it.
ALTER TABLE goal ADD COLUMN is_judged INTEGER NOT NULL DEFAULT 1 CHECK (is_judged IN (0, 1));
--> statement-breakpoint
ALTER TABLE goal ADD COLUMN is_mandatory INTEGER NOT NULL DEFAULT 0 CHECK (is_mandatory IN (0, 1));
--> statement-breakpoint
CREATE TABLE goal_owner (
  goal INTEGER NOT NULL REFERENCES goal,
  owner INTEGER NOT NULL REFERENCES owner_role,
  position INTEGER NOT NULL,
  PRIMARY KEY (goal, owner)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE indicator ADD COLUMN is_qualitative INTEGER NOT NULL DEFAULT 0 CHECK (is_qualitative IN (0, 1));
--> statement-breakpoint
-- How often, as the plan says it.
ALTER TABLE indicator ADD COLUMN frequency TEXT;
--> statement-breakpoint
-- What its value is about, where that is a unit and not the whole kommun.
ALTER TABLE indicator ADD COLUMN place INTEGER REFERENCES place;
--> statement-breakpoint
-- Which way people see an indicator going, in their own word.
ALTER TABLE judgement ADD COLUMN trend TEXT CHECK (trend IS NULL OR indicator IS NOT NULL);
