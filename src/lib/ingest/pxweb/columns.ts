import type { Period } from '#lib/domain/period.ts';
import type { ColumnKind } from '../column-kind.ts';
import { fold } from '../fold.ts';
import { headingPeriod } from '../heading-period.ts';
import { meaningOf, SEX as SEX_WORDS } from '../layouts/plain-long-words.ts';
import type { Texts } from '../texts.ts';

/*
 * A table of SCB's PxWeb: columns of what the figures are of, then the figures, whose headings are the
 * words of the table's head joined by blanks (PCAxis.Serializers).
 */

const PLACE = /^(?:region|kommun|kommuner|region\/kommun)$/;
/** By its name, or by its code, `Kon`. */
const SEX = /^k[öo]n$/;
const TIME = /^(?:år|tid|månad|kvartal|period|mätår)$/;
const CONTENTS = /^(?:tabell)?innehåll$|^contents(?:code)?$/;
/** Of a dimension that may be written in numbers. */
const NUMBERED = /^ålder/;
/** How sure a figure is, which is no figure of its own. */
const MARGIN = /felmarginal|konfidens|osäkerhet|medelfel|±/i;
const COUNT = /^antal (?:svar|svarande|intervjuade)(?!\p{L})/iu;
const RATE = /^svarsfrekvens/i;

const first = (header: readonly string[], word: RegExp) =>
  header.findIndex((name) => word.test(fold(name)));

export type FigureColumn = {
  readonly at: number;
  /** Null where a row says it, or the title over the table. */
  readonly title: string | null;
  readonly period: Period | null;
};

const joined = (header: readonly string[]): readonly FigureColumn[] =>
  header.flatMap((name, at) => {
    const { title, period } = headingPeriod(name);
    return period ? [{ at, title: title || null, period }] : [];
  });

export type Stub = Readonly<Record<'place' | 'sex' | 'time' | 'contents', number>>;

export const stubOf = (header: readonly string[]): Stub => ({
  place: first(header, PLACE),
  sex: first(header, SEX),
  time: first(header, TIME),
  contents: first(header, CONTENTS),
});

/** With the time in a column of its own the figures are what stands to the right of all that are known. */
function afterStub(header: readonly string[], isNumber: (at: number) => boolean) {
  const stub = stubOf(header);
  const last = Math.max(...Object.values(stub));
  return header.flatMap((name, at): FigureColumn[] =>
    stub.time >= 0 && at > last && !NUMBERED.test(fold(name)) && isNumber(at)
      ? [{ at, title: stub.contents >= 0 ? null : name, period: null }]
      : [],
  );
}

export type Columns = {
  readonly results: readonly FigureColumn[];
  readonly counts: readonly FigureColumn[];
  readonly setAside: readonly FigureColumn[];
};

/** Results, how many answered, and what is told of and not read: margins and rates. */
export function columnsOf(header: readonly string[], isNumber: (at: number) => boolean): Columns {
  const inHeadings = joined(header);
  const all = inHeadings.length > 0 ? inHeadings : afterStub(header, isNumber);
  const isCalled = (word: RegExp) => (one: FigureColumn) => word.test(one.title ?? '');
  const [isCount, isMargin, isRate] = [COUNT, MARGIN, RATE].map(isCalled) as [
    ReturnType<typeof isCalled>,
    ReturnType<typeof isCalled>,
    ReturnType<typeof isCalled>,
  ];
  const isAside = (one: FigureColumn) => isMargin(one) || isRate(one);
  return {
    results: all.filter((one) => !isCount(one) && !isAside(one)),
    counts: all.filter(isCount),
    setAside: all.filter(isAside),
  };
}

export const hasJoined = (header: readonly string[]): boolean =>
  joined(header).some(({ title }) => title !== null);

export const hasPeriods = (header: readonly string[]): boolean => joined(header).length > 0;

/** `2280 Härnösand`, `00 Riket`: code and name in one cell, which SCB alone writes. */
const CODE_AND_NAME = /^(\d{2}(?:\d{2})?) (\p{L}.*)$/u;

export const hasCodesAndNames = (texts: Texts | undefined): boolean =>
  texts !== undefined &&
  texts.some((text) => text !== '') &&
  texts.every((text) => text === '' || CODE_AND_NAME.test(text));

/** A kommun by its code; riket; a county by its name, for the code of its region is another's. */
export function placeName(text: string): string {
  if (text === '00') return '0000';
  const [, code, name] = CODE_AND_NAME.exec(text) ?? [];
  if (code === undefined || name === undefined) return text;
  return code.length === 4 ? code : name;
}

/**
 * SCB's code list of sex, as `Kon` of Statistikdatabasen's tables has it (api.scb.se/OV0104, BE0101A):
 * 1 män, 2 kvinnor, 1+2 totalt; some tables have TOT, and those of the population from 2025 on TotSa.
 */
const SEX_CODES: ReadonlyMap<string, string> = new Map([
  ['1', 'män'],
  ['2', 'kvinnor'],
  ...['1+2', 'tot', 'totsa', 'totalt, samtliga män och kvinnor'].map(
    (all) => [all, 'totalt'] as const,
  ),
]);

const sexOf = (text: string) =>
  SEX_CODES.get(fold(text)) ?? text.replace(/^[\d+]{1,3} (?=\p{L})/u, '');

const isSex = (text: string) => meaningOf(SEX_WORDS, sexOf(text)) !== undefined;

/**
 * `1`, `1 män` and `män` are one. Among cells that SCB's list has not, 1 and 2 may be of another list: they
 * are left as they are, and a column that only has the code for its heading is then a part.
 */
export function sexesIn(heading: string, texts: Texts): ((text: string) => string) | null {
  if (texts.every(isSex)) return sexOf;
  const isNamed = fold(heading) === 'kön';
  return isNamed ? (text) => (/\p{L}/u.test(text) ? sexOf(text) : text) : null;
}

const ALL = /^(?:totalt?|samtliga|alla)(?!\p{L})/iu;

/** `ålder=65–79 år`; nothing where the cell is all of them. */
export const partOf = (heading: string, text: string): string[] =>
  text === '' || ALL.test(text)
    ? []
    : [`${heading}=${text}`.replace(/;/g, ',').replace(/(?<==.*)=/g, ' ')];

/** All but the figures are words, also where they are numbers; which figures there are the cells may have to show. */
export function kindOf(header: readonly string[], at: number): ColumnKind | null {
  const { time, ...stub } = stubOf(header);
  if (at === time) return 'period';
  if (Object.values(stub).includes(at) || NUMBERED.test(fold(header[at]!))) return 'text';
  if (!hasPeriods(header)) return null;
  return joined(header).some((one) => one.at === at) ? 'number' : 'text';
}
