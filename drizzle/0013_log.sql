-- The log as it is read: of which nämnd a row is, and indexes for a million rows. Written by hand: a generated rebuild drops STRICT and triggers.
ALTER TABLE log ADD COLUMN namnd INTEGER REFERENCES namnd;
--> statement-breakpoint
-- Each ends in seq, the key of the table: what is looked for comes newest first without being sorted.
CREATE INDEX log_kommun ON log (kommun);
--> statement-breakpoint
CREATE INDEX log_kommun_action ON log (kommun, action);
--> statement-breakpoint
CREATE INDEX log_namnd ON log (namnd) WHERE namnd IS NOT NULL;
--> statement-breakpoint
CREATE INDEX log_person ON log (person) WHERE person IS NOT NULL;
--> statement-breakpoint
CREATE INDEX log_action ON log (action);
--> statement-breakpoint
CREATE INDEX log_at ON log (at);
--> statement-breakpoint
-- Words to look for: who did it, and every value of before, after and reason. Contentless: the texts stand in log alone.
CREATE VIRTUAL TABLE log_words USING fts5(who, said, content = '', tokenize = 'unicode61 remove_diacritics 0');
--> statement-breakpoint
CREATE TRIGGER log_indexed AFTER INSERT ON log BEGIN
  INSERT INTO log_words (rowid, who, said) VALUES (
    new.seq,
    new.actor,
    concat_ws(' ',
      (SELECT group_concat(atom, ' ') FROM json_tree(new.before) WHERE atom IS NOT NULL),
      (SELECT group_concat(atom, ' ') FROM json_tree(new.after) WHERE atom IS NOT NULL),
      new.reason
    )
  );
END;
--> statement-breakpoint
INSERT INTO log_words (rowid, who, said)
SELECT
  seq,
  actor,
  concat_ws(' ',
    (SELECT group_concat(atom, ' ') FROM json_tree(before) WHERE atom IS NOT NULL),
    (SELECT group_concat(atom, ' ') FROM json_tree(after) WHERE atom IS NOT NULL),
    reason
  )
FROM log;
