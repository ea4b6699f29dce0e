import type { Sex } from '#lib/domain/model.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { hiddenByCount } from '../figures.ts';
import { fold } from '../fold.ts';
import type { ReadObservation, TypedTable } from '../layouts/layout.ts';
import type { KeyFigure } from './key-figures.ts';

/*
 * What a kommun's staff system gives through Qlik: all in codes (Sundsvall, formats 5, example E).
 */

const MEASURES: Readonly<Record<string, string>> = {
  'SK.P.SJ.001': 'N00090',
  'SK.P.SJ.002': 'N00091',
  'SK.P.SJ.003': 'N00092',
  'SK.P.SJ.004': 'N00093',
  'SK.P.SJ.005': 'N00094',
};
const SEXES: Readonly<Record<string, Sex>> = { K20: 'T', K12: 'K', K13: 'M' };

/** How many are employed: no figure of sick leave, but what one of them rests on. */
const EMPLOYED = 'SK.P.AM.001/K9';

export type QlikColumns = Readonly<Record<'measure' | 'column' | 'value', number>>;

export function qlikColumns(header: readonly string[]): QlikColumns | null {
  const at = (name: string) => header.findIndex((each) => fold(each) === name);
  const found = { measure: at('mått'), column: at('kolumn'), value: at('mätvärde') };
  return Object.values(found).includes(-1) ? null : found;
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? table[key]! : null;

/** The codes of a file, by row. */
export function codesOf({ columns, header, lines }: TypedTable, at: QlikColumns) {
  const measure = (row: number) => columns[at.measure]!.texts.at(row);
  const column = (row: number) => columns[at.column]!.texts.at(row);
  const isEmployed = (row: number) => `${measure(row)}/${column(row)}` === EMPLOYED;

  function figureOf(row: number): KeyFigure | null {
    const [kpi, sex] = [own(MEASURES, measure(row)), own(SEXES, column(row))];
    return kpi && sex ? { kpi, sex } : null;
  }

  /** Told once for each code that is not known. */
  function unknown(): Problem[] {
    const found = new Map<string, { row: number; at: number; lines: number }>();
    lines.forEach((_, row) => {
      if (figureOf(row) || isEmployed(row)) return;
      const where = own(MEASURES, measure(row)) ? at.column : at.measure;
      const key = `${where} ${columns[where]!.texts.at(row)}`;
      const known = found.get(key);
      if (known) known.lines += 1;
      else found.set(key, { row, at: where, lines: 1 });
    });
    return [...found.values()].map(({ row, at: where, lines: count }) => ({
      ...{ code: 'skipped-rows', line: lines[row]!, column: header[where]! },
      ...{ value: columns[where]!.texts.at(row), lines: count },
    }));
  }
  return { figureOf, isEmployed, unknown };
}

const groupOf = ({ place, period }: Pick<ReadObservation, 'place' | 'period'>) =>
  JSON.stringify([fold(place ?? ''), period?.to ?? '']);

/** The figure with how many are employed in its unit at its time: hidden where that is. */
export function besideEmployed(counts: readonly ReadObservation[]) {
  const byGroup = new Map(counts.map((one) => [groupOf(one), one]));
  return (one: ReadObservation): ReadObservation => {
    const employed = byGroup.get(groupOf(one));
    return employed?.state === 'suppressed'
      ? hiddenByCount(one)
      : { ...one, n: employed?.value ?? null };
  };
}
