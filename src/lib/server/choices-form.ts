import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices, NameChoice } from '#lib/domain/choices.ts';
import { readMapping } from './mapping-form.ts';

/*
 * Choices as fields of a form and back. A field is named by what it decides: `svar:KEY`, `rad:LINE`,
 * `indikator:NAME`, `plats:NAME`, `blad`; what is left empty decides nothing. Of columns see mapping-form.ts.
 */

type Fields = ReadonlyMap<string, string>;

function under(fields: Fields, prefix: string): [name: string, value: string][] {
  return [...fields].flatMap(([name, value]): [string, string][] =>
    name.startsWith(prefix) && value !== '' ? [[name.slice(prefix.length), value]] : [],
  );
}

function nameChoice(value: string): NameChoice | null {
  if (value === 'new' || value === 'none') return value;
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** What is said of names one by one, and of all the rest of them at once. */
function nameChoices(fields: Fields, prefix: string): Record<string, NameChoice> {
  const all = nameChoice(fields.get(`alla-${prefix}`) ?? '');
  const every = [...fields.keys()].filter((name) => name.startsWith(`${prefix}:`));
  // A line break in a name: browsers send two characters for one.
  const written = (field: string) => field.slice(prefix.length + 1).replaceAll('\r\n', '\n');
  return Object.fromEntries(
    every.flatMap((name): [string, NameChoice][] => {
      const choice = nameChoice(fields.get(name) ?? '') ?? all;
      return choice === null ? [] : [[written(name), choice]];
    }),
  );
}

const isLine = (text: string) => /^[1-9]\d{0,9}$/.test(text);

/** What a page has too many of to name one by one. */
export type Unnamed = {
  /** Lines that are out already, and are not shown. */
  readonly kept: readonly number[];
  /** Lines with faults, shown or not. */
  readonly faulty: readonly number[];
};

/** Lines that are ticked one by one, those that stay out unshown, and all with faults where that was pressed. */
function leftOut(fields: Fields, { kept, faulty }: Unnamed): number[] {
  const ticked = under(fields, 'rad:').flatMap(([line]) => (isLine(line) ? [Number(line)] : []));
  const all = [
    ...ticked,
    ...(fields.has('kvar-rader') ? kept : []),
    ...(fields.has('alla-rader') ? faulty : []),
  ];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

export const readChoices = (
  fields: Fields,
  unnamed: Unnamed = { kept: [], faulty: [] },
): Choices => ({
  answers: Object.fromEntries(under(fields, 'svar:')),
  leftOut: leftOut(fields, unnamed),
  period: fields.get('period')?.trim() || null,
  mapping: readMapping(fields),
  sheet: fields.get('blad') || null,
  indicators: nameChoices(fields, 'indikator'),
  places: nameChoices(fields, 'plats'),
});

/** Of another sheet nothing is decided yet: rows and columns are others there. */
export const onSheet = (choices: Choices, before: Choices): Choices =>
  choices.sheet === (before.sheet ?? null) ? choices : { ...NO_CHOICES, sheet: choices.sheet };

/** Whether two decide the same, whatever the order they were given in. */
export function isSameChoice(a: Choices, b: Choices): boolean {
  const sorted = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).toSorted(([x], [y]) => (x < y ? -1 : 1));
  const mark = (one: Choices) =>
    JSON.stringify([
      sorted(one.answers),
      one.leftOut.toSorted((x, y) => x - y),
      one.period,
      one.mapping,
      one.sheet,
      sorted(one.indicators),
      sorted(one.places),
    ]);
  return mark(a) === mark(b);
}
