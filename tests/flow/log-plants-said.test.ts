import { expect, test } from 'vitest';
import { toldOf } from '../planted.ts';
import type { Plant } from '../planted.ts';

/* Files that were read in, what was removed of them, and what people have said: changed by who has the file, and named. */

const NEWEST = '(SELECT max(id) FROM upload)';
const UNDONE = "(SELECT id FROM upload WHERE state = 'undone')";
const STORED = "(SELECT min(id) FROM upload WHERE file_name = 'fil.csv')";
const BYTES_OF_STORED = `(SELECT file FROM upload WHERE id = ${STORED})`;
/** What is done, and what is told of it. */
const PLANTS: readonly Plant[] = [
  ['a text of a report', "UPDATE paragraph SET body = 'x' WHERE id = 2", ['said changed']],
  ['a text of a report is gone', 'DELETE FROM paragraph WHERE id = 2', ['said gone']],
  [
    'an upload stored again',
    `UPDATE upload SET state = 'stored' WHERE id = ${UNDONE}`,
    ['upload changed'],
  ],
  [
    'an upload stored again, as if it never was undone',
    `UPDATE upload SET state = 'stored', undone_at = NULL WHERE id = ${UNDONE}`,
    ['upload changed'],
  ],
  [
    'an upload undone',
    `UPDATE upload SET state = 'undone', undone_at = stored_at WHERE id = ${STORED}`,
    ['untold'],
  ],
  [
    'an upload thrown away',
    `UPDATE upload SET state = 'discarded', stored_seq = NULL WHERE id = ${STORED}`,
    ['upload changed'],
  ],
  [
    'an upload that was cut off, stored',
    "UPDATE upload SET state = 'stored', stored_seq = 99 WHERE state = 'discarded'",
    ['untold', 'upload changed'],
  ],
  [
    'an upload gone with its values',
    `DELETE FROM observation WHERE upload = ${NEWEST}; DELETE FROM upload WHERE id = ${NEWEST}`,
    ['upload gone'],
  ],
  [
    "a file's name",
    `UPDATE upload SET file_name = 'x.csv' WHERE id = ${STORED}`,
    ['upload changed'],
  ],
  ['who read it in', `UPDATE upload SET by_name = 'Anna' WHERE id = ${STORED}`, ['upload changed']],
  [
    'the role of who read it in',
    `UPDATE upload SET by_role = 'lasare' WHERE id = ${STORED}`,
    ['upload changed'],
  ],
  [
    'the account of who read it in',
    `UPDATE upload SET by_person = 1 WHERE id = ${STORED}`,
    ['upload changed'],
  ],
  [
    'when it was read in',
    `UPDATE upload SET stored_at = '2020-01-01' WHERE id = ${STORED}`,
    ['upload changed'],
  ],
  [
    'when it was undone',
    `UPDATE upload SET undone_at = '2020-01-01' WHERE id = ${UNDONE}`,
    ['upload changed'],
  ],
  [
    'the order they were read in',
    `UPDATE upload SET stored_seq = 99 WHERE id = ${STORED}`,
    ['upload changed'],
  ],
  ['whose it is', `UPDATE upload SET kommun = NULL WHERE id = ${STORED}`, ['upload changed']],
  [
    'which file it came with',
    `UPDATE upload SET file = (SELECT file FROM upload WHERE id = ${UNDONE}) WHERE id = ${STORED}`,
    ['upload changed'],
  ],
  [
    "a file's bytes",
    `UPDATE stored_file SET bytes = x'00' WHERE sha256 = ${BYTES_OF_STORED}`,
    ['file changed'],
  ],
  [
    "a file's bytes, as they came",
    `UPDATE stored_file SET bytes = x'00', is_packed = 0 WHERE sha256 = ${BYTES_OF_STORED}`,
    ['file changed'],
  ],
  [
    "a file's bytes, emptied",
    `UPDATE stored_file SET bytes = x'', is_packed = 0 WHERE sha256 = ${BYTES_OF_STORED}`,
    ['file changed'],
  ],
  [
    "a file's bytes, and that it is a copy",
    `UPDATE stored_file SET bytes = x'00', is_redacted = 1 WHERE sha256 = ${BYTES_OF_STORED}`,
    ['file changed'],
  ],
  [
    'a copy that cannot be read',
    "UPDATE stored_file SET bytes = x'00' WHERE is_redacted = 1",
    ['file changed'],
  ],
  ['a file gone', `DELETE FROM stored_file WHERE sha256 = ${BYTES_OF_STORED}`, ['file gone']],
  [
    'a removed file filled again',
    "UPDATE stored_file SET bytes = x'00' WHERE length(bytes) = 0",
    ['file changed'],
  ],
  [
    'a gallring planted',
    `INSERT INTO gallring (sha256, reason, decision, decided_on, by_name, by_role, at) SELECT ${BYTES_OF_STORED}, reason, decision, decided_on, by_name, by_role, at FROM gallring; UPDATE stored_file SET bytes = x'', is_packed = 0 WHERE sha256 = ${BYTES_OF_STORED}`,
    ['gallring not-logged'],
  ],
  ['a gallring gone', 'DELETE FROM gallring', ['gallring gone', 'file changed']],
  ["a gallring's decision", "UPDATE gallring SET decision = '§ 1'", ['gallring changed']],
  [
    'the day of its decision',
    "UPDATE gallring SET decided_on = '2001-01-01'",
    ['gallring changed'],
  ],
  ["a gallring's reason", "UPDATE gallring SET reason = 'x'", ['gallring changed']],
  ['who made a gallring', "UPDATE gallring SET by_name = 'Anna'", ['gallring changed']],
  ['the role of who made it', "UPDATE gallring SET by_role = 'lasare'", ['gallring changed']],
  ['the account of who made it', 'UPDATE gallring SET by_person = 1', ['gallring changed']],
  ['when it was made', "UPDATE gallring SET at = '2001-01-01'", ['gallring changed']],
  ['when it was erased', 'UPDATE gallring SET erased_at = NULL', ['gallring changed']],
  [
    'what a text says',
    "UPDATE comment SET body = 'x' WHERE body = 'Det gick sämre.'",
    ['said changed'],
  ],
  [
    'what a text said before',
    "UPDATE comment SET body = 'x' WHERE body = 'Det gick bra.'",
    ['said changed', 'said changed'],
  ],
  [
    'who wrote a text',
    "UPDATE comment SET by_name = 'Anna' WHERE body = 'Det gick sämre.'",
    ['said changed'],
  ],
  ['a text gone', "DELETE FROM comment WHERE body = 'Det gick sämre.'", ['said gone']],
  [
    'a text planted',
    "INSERT INTO comment SELECT max(id) + 1, goal, activity, indicator, namnd, occasion, place, part, 'x', source, by_name, by_role, at, max(id), by_person, at_meeting FROM comment",
    ['said not-logged'],
  ],
  [
    'a text that points elsewhere',
    'UPDATE comment SET previous = 1 WHERE id = (SELECT max(id) FROM comment)',
    ['said changed'],
  ],
  [
    'texts that change places',
    'UPDATE comment SET previous = id + 1 WHERE id = (SELECT max(id) - 1 FROM comment); UPDATE comment SET previous = NULL WHERE id = (SELECT max(id) FROM comment)',
    ['said changed', 'said changed'],
  ],
  [
    'what was judged',
    "UPDATE judgement SET kind = 'ej_bedomt' WHERE kind = 'ej_utvarderad' AND reason = 'Så.'",
    ['said changed'],
  ],
  [
    'why',
    "UPDATE judgement SET reason = 'x' WHERE id = (SELECT max(id) FROM judgement)",
    ['said changed'],
  ],
  [
    'what it leaned on',
    "UPDATE judgement SET basis = '[2]' WHERE id = (SELECT max(id) FROM judgement)",
    ['said changed'],
  ],
  [
    'a judgement of nothing',
    'UPDATE judgement SET goal = NULL WHERE id = (SELECT max(id) FROM judgement)',
    ['said gone'],
  ],
  [
    'a judgement gone',
    'DELETE FROM judgement WHERE id = (SELECT max(id) FROM judgement)',
    ['said gone'],
  ],
  ['all judgements gone', 'DELETE FROM judgement', ['said gone', 'said gone']],
  [
    'how an activity goes',
    "UPDATE activity_state SET lifecycle = 'cancelled' WHERE id = (SELECT max(id) FROM activity_state)",
    ['said changed'],
  ],
  ['that a part is ready', 'UPDATE ready_mark SET is_ready = 1', ['said changed']],
];

test.each(PLANTS)('%s, and that is told', (_, sql, told) => {
  expect(toldOf(sql)).toEqual(told);
});
