import { alikeColumns, columnsThatAre, lackOf, MEANINGS } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning } from '#lib/domain/mapping.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { headingTold } from '../heading-told.ts';
import { parsePeriodText } from '../period-text.ts';
import { signIn } from '../personal-signs.ts';

/** Columns of figures may be many; all else says one thing, in the first column that is so meant. */
export type About = Exclude<Meaning, 'value' | 'ignored'>;
export const ABOUT = MEANINGS.filter((one): one is About => one !== 'value' && one !== 'ignored');

const headersOf = ({ columns }: Mapping, at: readonly number[]) =>
  at.map((column) => columns[column]!.header);

/** Two columns that say one thing: which of them counts was not said. */
const twice = (mapping: Mapping, line: number): Problem[] =>
  ABOUT.flatMap((meaning): Problem[] => {
    const columns = headersOf(mapping, columnsThatAre(mapping, meaning));
    return columns.length > 1 ? [{ code: 'meant-twice', line, columns, meaning }] : [];
  });

function lacking(mapping: Mapping, line: number): Problem[] {
  const lacks = lackOf(mapping);
  return lacks === null ? [] : [{ code: 'mapping-lacks', line, lacks }];
}

/** A period that was told of a column and is none. */
const badPeriods = ({ columns }: Mapping, line: number): Problem[] =>
  columns.flatMap(({ header: column, is, told: { period: value } }): Problem[] => {
    if (is !== 'value' || value === null || signIn(value) !== null) return [];
    const period = parsePeriodText(value);
    return period.ok ? [] : [{ code: 'told-period', line, column, value, reason: period.error }];
  });

const WRITTEN = ['indicator', 'period', 'place'] as const;

/** What was told is kept, shown and remembered: nothing that points a person out may be. */
const personalTold = ({ columns, told: ofFile }: Mapping, line: number): Problem[] =>
  [...columns, { header: null, told: ofFile }]
    .flatMap(({ header, told }) => WRITTEN.map((about) => ({ header, about, text: told[about] })))
    .flatMap(({ header: heading, about, text }): Problem[] => {
      const kind = text === null ? null : signIn(text);
      return kind === null ? [] : [{ code: 'personal-told', line, heading, about, kind }];
    });

/** What is wrong with a mapping whatever file it is of; `line` is that of the headings. */
export const mappingProblems = (mapping: Mapping, line: number): readonly Problem[] => [
  ...twice(mapping, line),
  ...lacking(mapping, line),
  ...badPeriods(mapping, line),
  ...personalTold(mapping, line),
];

/** Columns of figures that nothing tells apart. Also those whose periods are told anew for each file. */
export const alikeProblems = (mapping: Mapping, line: number): readonly Problem[] =>
  alikeColumns(mapping).map((same) => ({
    ...{ code: 'alike-columns', line, columns: headersOf(mapping, same) },
  }));

const begins = ({ from, to }: Period) => from ?? to;

/** A part of the time, or a läsår that begins in the year, is no contradiction; the year of a tertial is. */
const agree = (said: Period, told: Period) => {
  const isWider = begins(told) <= begins(said) && told.to >= said.to;
  const isSame = begins(told) === begins(said) && told.to === said.to;
  return isSame || (!isWider && begins(said) <= told.to && begins(told) <= said.to);
};

/** A period told of a column whose own heading says another. */
export const otherPeriods = ({ columns }: Mapping, line: number): readonly Problem[] =>
  columns.flatMap(({ header: column, is, told }): Problem[] => {
    const { period: said } = headingTold(column);
    const period = told.period === null ? null : parsePeriodText(told.period);
    if (is !== 'value' || !said || !period?.ok || agree(said, period.value)) return [];
    return [{ code: 'other-period', line, column, value: period.value.text, said: said.text }];
  });
