-- What a row is about is found by its name as it was called then: rows hold its number alone. Words as in 0013, and those names.
DROP TRIGGER log_indexed;
--> statement-breakpoint
CREATE TRIGGER log_indexed AFTER INSERT ON log BEGIN
  INSERT INTO log_words (rowid, who, said) VALUES (
    new.seq,
    new.actor,
    concat_ws(' ',
      (SELECT group_concat(atom, ' ') FROM json_tree(new.before) WHERE atom IS NOT NULL),
      (SELECT group_concat(atom, ' ') FROM json_tree(new.after) WHERE atom IS NOT NULL),
      new.reason,
      (SELECT coalesce(goal.title, parent.title) FROM goal
        LEFT JOIN goal_parent ON goal_parent.child = goal.id LEFT JOIN goal AS parent ON parent.id = goal_parent.parent
        WHERE coalesce(new.after, new.before) ->> '$.subject.kind' = 'goal' AND goal.id = coalesce(new.after, new.before) ->> '$.subject.id' LIMIT 1),
      (SELECT title FROM activity WHERE id = coalesce(new.after, new.before) ->> '$.activity'
        OR (coalesce(new.after, new.before) ->> '$.subject.kind' = 'activity' AND id = coalesce(new.after, new.before) ->> '$.subject.id') LIMIT 1),
      (SELECT concat_ws(' ', title, short) FROM indicator
        WHERE coalesce(new.after, new.before) ->> '$.subject.kind' = 'indicator' AND id = coalesce(new.after, new.before) ->> '$.subject.id'),
      (SELECT title FROM occasion WHERE id = coalesce(new.after, new.before) ->> '$.occasion'),
      (SELECT title FROM occasion WHERE new.entity = 'namnd_occasion' AND kommun = new.kommun AND new.entity_id LIKE '%/' || key LIMIT 1),
      (SELECT name FROM namnd WHERE id = new.namnd)
    )
  );
END;
--> statement-breakpoint
INSERT INTO log_words (log_words) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO log_words (rowid, who, said)
SELECT
  new.seq,
  new.actor,
  concat_ws(' ',
    (SELECT group_concat(atom, ' ') FROM json_tree(new.before) WHERE atom IS NOT NULL),
    (SELECT group_concat(atom, ' ') FROM json_tree(new.after) WHERE atom IS NOT NULL),
    new.reason,
    (SELECT coalesce(goal.title, parent.title) FROM goal
      LEFT JOIN goal_parent ON goal_parent.child = goal.id LEFT JOIN goal AS parent ON parent.id = goal_parent.parent
      WHERE coalesce(new.after, new.before) ->> '$.subject.kind' = 'goal' AND goal.id = coalesce(new.after, new.before) ->> '$.subject.id' LIMIT 1),
    (SELECT title FROM activity WHERE id = coalesce(new.after, new.before) ->> '$.activity'
      OR (coalesce(new.after, new.before) ->> '$.subject.kind' = 'activity' AND id = coalesce(new.after, new.before) ->> '$.subject.id') LIMIT 1),
    (SELECT concat_ws(' ', title, short) FROM indicator
      WHERE coalesce(new.after, new.before) ->> '$.subject.kind' = 'indicator' AND id = coalesce(new.after, new.before) ->> '$.subject.id'),
    (SELECT title FROM occasion WHERE id = coalesce(new.after, new.before) ->> '$.occasion'),
    (SELECT title FROM occasion WHERE new.entity = 'namnd_occasion' AND kommun = new.kommun AND new.entity_id LIKE '%/' || key LIMIT 1),
    (SELECT name FROM namnd WHERE id = new.namnd)
  )
FROM log AS new;
