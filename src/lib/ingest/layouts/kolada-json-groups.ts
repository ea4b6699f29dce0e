import type { Problem } from '#lib/domain/problem.ts';
import { isArray, isObject } from '../json.ts';
import type { Json, JsonObject, Spot } from '../json.ts';
import { hasAll, quoted, shareWith, textOf } from '../kolada/answer.ts';
import type { Answer } from '../kolada/answer.ts';
import { emptyField, fieldsOf, sameIds } from '../kolada/fields.ts';
import { readTitle } from '../kolada/groups.ts';
import type { KoladaGroup } from '../kolada/groups.ts';
import { padded, paddedProblem } from '../kolada/place-code.ts';
import { listed } from '../rows.ts';
import type { JsonLayout, JsonReading } from './layout.ts';

const GROUP_ID = /^G\d+$/;

/** Version 3 names a member `member_id` and `member_title`, version 2 `id` and `title`. */
function memberOf(json: Json): KoladaGroup['members'][number] | null {
  if (!isObject(json)) return null;
  const isNew = Object.hasOwn(json, 'member_id');
  const code = textOf(json[isNew ? 'member_id' : 'id']) ?? '';
  const name = textOf(json[isNew ? 'member_title' : 'title']) ?? '';
  return code === '' ? null : { code, name };
}

/** The members that are such, and a problem for each that is none. */
function membersOf({ members: given }: JsonObject, { line }: Spot) {
  const odd = (json: Json | undefined): Problem => ({
    ...{ code: 'odd-field', line, column: 'members', value: quoted(json) },
  });
  if (!isArray(given)) return { members: [], problems: [odd(given)] };
  return {
    members: given.flatMap((each) => memberOf(each) ?? []),
    problems: given.filter((each) => memberOf(each) === null).map(odd),
  };
}

function groupOf(row: JsonObject, { spotOf }: Answer) {
  const spot = spotOf(row);
  const { texts, problems } = fieldsOf(row, spot, ['id', 'title']);
  const { id, title } = texts;
  const { line } = spot;
  const found = membersOf(row, spot);
  const badId: Problem[] = GROUP_ID.test(id)
    ? []
    : [{ code: 'unknown-value', line, column: 'id', value: id, accepted: ['G2328'] }];
  const members = found.members.map(({ code, name }) => ({ code: padded(code), name }));
  const group: KoladaGroup = { code: id, title, ...readTitle(title), members, line };
  return {
    group,
    written: found.members.map(({ code }) => ({ code, line })),
    problems: [...problems, ...badId, ...emptyField('title', title, spot), ...found.problems],
  };
}

function read(answer: Answer): JsonReading {
  const all = answer.rows.map((row) => groupOf(row, answer));
  return {
    observations: listed([]),
    problems: [
      ...all.flatMap(({ problems }) => problems),
      ...sameIds(all.map(({ group }) => ({ id: group.code, line: group.line }))),
      ...paddedProblem(
        all.flatMap(({ written }) => written),
        'members',
      ),
    ],
    groups: all.map(({ group }) => group),
  };
}

/** Kolada has groups of nyckeltal too, set out the same way: their ids are others. */
const isGroup = (row: JsonObject) =>
  hasAll(row, 'id', 'title', 'members') && GROUP_ID.test(textOf(row['id']) ?? '');

/** Kolada's groups of kommuner with their members. */
export const koladaJsonGroups: JsonLayout = {
  name: 'kolada-groups',
  recognise: (answer) => ({
    sure: shareWith(answer, isGroup),
    why: 'rows with the id of a group and its members',
  }),
  read,
};
