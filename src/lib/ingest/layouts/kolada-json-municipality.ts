import type { Problem } from '#lib/domain/problem.ts';
import type { JsonObject } from '../json.ts';
import { hasAll, shareWith } from '../kolada/answer.ts';
import type { Answer } from '../kolada/answer.ts';
import { emptyField, fieldsOf, sameIds } from '../kolada/fields.ts';
import type { KnownPlace } from '../kolada/lists.ts';
import { padded, paddedProblem } from '../kolada/place-code.ts';
import { listed } from '../rows.ts';
import type { JsonLayout, JsonReading } from './layout.ts';

const NAMES = ['id', 'title', 'type'] as const;

/** Kolada's two types; riket has the type of a region (formats 2). */
const KINDS: Readonly<Record<string, KnownPlace['kind']>> = { K: 'kommun', L: 'region' };
const RIKET = '0000';

function placeOf(row: JsonObject, { spotOf }: Answer) {
  const spot = spotOf(row);
  const { texts, problems: odd } = fieldsOf(row, spot, NAMES);
  const { id, title: name, type } = texts;
  const { line } = spot;
  const code = padded(id);
  const kind = code === RIKET ? 'riket' : KINDS[type];
  const accepted = Object.keys(KINDS);
  const problems: Problem[] = [
    ...odd,
    ...(/^\d{4}$/.test(code)
      ? []
      : [{ code: 'unknown-value', line, column: 'id', value: id, accepted: ['0461'] } as const]),
    ...emptyField('title', name, spot),
    ...(kind
      ? []
      : [{ code: 'unknown-value', line, column: 'type', value: type, accepted } as const]),
  ];
  const place: KnownPlace | null = kind ? { code, name, kind } : null;
  return { place, problems, written: { code: id, line }, id: code, line };
}

function read(answer: Answer): JsonReading {
  const all = answer.rows.map((row) => placeOf(row, answer));
  return {
    observations: listed([]),
    problems: [
      ...all.flatMap(({ problems }) => problems),
      ...sameIds(all),
      ...paddedProblem(
        all.map(({ written }) => written),
        'id',
      ),
    ],
    places: all.flatMap(({ place }) => place ?? []),
  };
}

/** Kolada's list of kommuner and regions. */
export const koladaJsonMunicipality: JsonLayout = {
  name: 'kolada-municipality',
  recognise: (answer) => ({
    sure: shareWith(answer, (row) => hasAll(row, ...NAMES)),
    why: 'rows that say what a kommun or a region is called',
  }),
  read,
};
