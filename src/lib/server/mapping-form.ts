import { MEANINGS, MOST_COLUMNS, NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { MappedColumn, Mapping, Meaning, Told } from '#lib/domain/mapping.ts';
import type { Sex } from '#lib/domain/model.ts';
import type { ObservationKind } from '#lib/domain/observation.ts';

/*
 * A mapping as fields of a form: `kolumn:3` is what the third column is, `rubrik:3` its heading, and
 * `kolumn:3:period` what it says of its figures; `fil:plats` what goes for all of the file.
 */

type Fields = ReadonlyMap<string, string>;

const isMeaning = (text: string): text is Meaning => MEANINGS.some((one) => one === text);

const SEXES: Readonly<Record<string, Sex>> = { T: 'T', K: 'K', M: 'M', A: 'A' };
const KINDS: Readonly<Record<string, ObservationKind>> = {
  utfall: 'utfall',
  prognos: 'prognos',
  budget: 'budget',
};

const textIn = (fields: Fields, name: string): string | null => fields.get(name)?.trim() || null;

const wordIn = <T>(words: Readonly<Record<string, T>>, text: string | null): T | null =>
  text !== null && Object.hasOwn(words, text) ? words[text]! : null;

const toldIn = (fields: Fields, prefix: string): Told => ({
  indicator: textIn(fields, `${prefix}:indikator`),
  period: textIn(fields, `${prefix}:period`),
  place: textIn(fields, `${prefix}:plats`),
  sex: wordIn(SEXES, textIn(fields, `${prefix}:kon`)),
  kind: wordIn(KINDS, textIn(fields, `${prefix}:slag`)),
});

function columnIn(fields: Fields, number: number): MappedColumn {
  const is = fields.get(`kolumn:${number}`) ?? '';
  const meaning = isMeaning(is) ? is : 'ignored';
  return {
    // Browsers send two characters for a line break in a heading.
    header: (fields.get(`rubrik:${number}`) ?? '').replaceAll('\r\n', '\n'),
    is: meaning,
    told: meaning === 'value' ? toldIn(fields, `kolumn:${number}`) : NOTHING_TOLD,
  };
}

/** Null where the form tells of no columns, or where the heading's own reading was asked for. */
export function readMapping(fields: Fields): Mapping | null {
  if (fields.has('utan-kolumner')) return null;
  const columns: MappedColumn[] = [];
  for (let number = 1; number <= MOST_COLUMNS && fields.has(`kolumn:${number}`); number += 1) {
    columns.push(columnIn(fields, number));
  }
  return columns.length === 0 ? null : { columns, told: toldIn(fields, 'fil') };
}
