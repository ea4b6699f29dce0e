import type { Problem } from '#lib/domain/problem.ts';
import { fold } from './fold.ts';
import { placeColumnOf } from './layouts/kolada-names.ts';
import type { TypedTable } from './layouts/layout.ts';

/** What heads a column of places, the narrowest first: a unit in a förvaltning in a kommun. */
const PLACES: readonly (readonly string[])[] = [
  ['enhet', 'enhetsnamn', 'arbetsplats', 'avdelning', 'skola', 'förskola', 'boende'],
  ['enhetskod', 'enhetsid', 'enhets-id'],
  ['verksamhet', 'verksamhetsområde', 'område', 'sektor', 'kontor'],
  ['förvaltning', 'nämnd', 'organisation', 'organisatorisk enhet', 'bolag'],
  ['plats', 'geografi'],
  ['kommunkod', 'kommun kod', 'kommun id', 'kommunnr'],
  ['kommun', 'kommunnamn', 'kommun/region', 'kommun/landsting'],
  ['region'],
];

const isCode = (name: string) => /^kommun ?(?:kod|id|nr)$/.test(name);

/** Columns of places, the narrowest first. */
export const placesIn = (header: readonly string[]): readonly number[] =>
  PLACES.flatMap((words) => header.flatMap((name, at) => (words.includes(fold(name)) ? [at] : [])));

export type PlaceColumns = {
  /** The narrowest; undefined where the file names no place. */
  readonly at: number | undefined;
  readonly nameOf: (row: number) => string;
  readonly all: readonly number[];
  readonly problems: readonly Problem[];
};

/** What a row is about: the narrowest place that it names. Codes of kommuner get their zeros back. */
export function placeColumns(
  table: TypedTable,
  all: readonly number[] = placesIn(table.header),
): PlaceColumns {
  const columns = all.map((at) =>
    isCode(fold(table.header[at]!))
      ? placeColumnOf(table, { placeCode: at })
      : { nameOf: table.columns[at]!.texts.at, problems: [] },
  );
  const nameOf = (row: number) =>
    columns.map((one) => one.nameOf(row)).find((name) => name !== '') ?? '';
  return { at: all[0], nameOf, all, problems: columns.flatMap(({ problems }) => problems) };
}
