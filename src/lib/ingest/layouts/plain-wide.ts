import { isFigure } from '../column-kind.ts';
import { fold } from '../fold.ts';
import { readFigures } from '../figures.ts';
import type { Figures } from '../figures.ts';
import { headingTold } from '../heading-told.ts';
import type { HeadingTold } from '../heading-told.ts';
import { placeColumns, placesIn } from '../place-columns.ts';
import { listed } from '../rows.ts';
import { present, strangeColumns } from '../strange-columns.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, Recognition, TypedTable } from './layout.ts';
import { FIELDS, fieldOf } from './plain-long-fields.ts';

const first = (header: readonly string[], field: 'indicator' | 'period' | 'sex') =>
  header.findIndex((name) => fieldOf(name) === field);

/** Headings that say what kind of number it is, and not what it is about; or how many, or a note. */
const NO_TITLE =
  /^(?:kvinnor|män|flickor|pojkar|antal|andel|n|index|belopp|kostnad|summa|totalt?|svar(?:ande)?|antal .*|svarsfrekvens.*|svarsandel.*|avvikelse|förändring|status|kod|id|nr|nummer|rang|placering|mål(?:värde)?|medel(?:värde)?|resultat|mätvärde|procent|%|enhet.*|värde.*|felmarginal.*)$/;

const isTitle = (heading: string): boolean =>
  heading.length > 5 &&
  /\p{L}{4}/u.test(heading) &&
  fieldOf(heading) === null &&
  !NO_TITLE.test(fold(heading));

type FigureColumn = HeadingTold & { readonly at: number };

/** What each heading says; of a table with a column of sexes none says one. */
const toldIn = (header: readonly string[]): readonly FigureColumn[] =>
  header
    .map((name, at) => ({ at, ...headingTold(name) }))
    .filter(({ sex }) => sex === null || first(header, 'sex') < 0);

/** Columns headed by a period, with a kind or a sex: `2023`, `jan-jun 2024`, `Budget 2025`, `2024 – Kvinnor`. */
const periodColumns = (header: readonly string[]) =>
  toldIn(header).filter(({ title, period }) => title === '' && period !== null);

/** Columns headed by a title, and a sex at most, of a table that names its places and its periods. */
function titleColumns(header: readonly string[]): readonly FigureColumn[] {
  const places = placesIn(header);
  return toldIn(header).filter(
    ({ at, title, period, kind }) =>
      !places.includes(at) && period === null && kind === null && isTitle(title),
  );
}

function recognise({ header, texts }: Table): Recognition {
  const [indicator, period] = [first(header, 'indicator'), first(header, 'period')];
  const hasNumbers = (at: number) =>
    texts[at]!.some((text) => /\d/.test(text)) && texts[at]!.every(isFigure);
  if (indicator >= 0 && period < 0 && periodColumns(header).some(({ at }) => hasNumbers(at))) {
    return { sure: 0.55, why: 'indicators, and a column for each period' };
  }
  const titles = titleColumns(header);
  const isTitled = placesIn(header).length > 0 && period >= 0 && indicator < 0 && titles.length > 0;
  return isTitled && titles.every(({ at }) => hasNumbers(at))
    ? { sure: 0.5, why: `places, periods, and ${titles.map(({ title }) => title).join(', ')}` }
    : { sure: 0, why: 'no indicators, places and periods in columns of their own' };
}

const NONE = -1;

function figuresOf({ header, columns }: TypedTable): readonly Figures[] {
  const indicator = first(header, 'indicator');
  if (indicator === NONE)
    return titleColumns(header).map(({ at, title, sex }) => ({
      at,
      nameOf: () => title,
      changed: (one) => ({ ...one, sex: sex ?? one.sex }),
    }));
  const { texts } = columns[indicator]!;
  return periodColumns(header).map(({ at, period, kind, sex }) => ({
    at,
    nameOf: (row) => texts.at(row) || null,
    changed: (one) => ({ ...one, period, kind: kind ?? 'utfall', sex: sex ?? one.sex }),
  }));
}

function read(table: TypedTable): LayoutReading {
  const { header } = table;
  const [indicator, period, sex] = (['indicator', 'period', 'sex'] as const).map((field) =>
    first(header, field),
  ) as [number, number, number];
  const places = placeColumns(table);
  const figures = figuresOf(table);
  const positions = {
    place: places.at,
    ...(period === NONE ? {} : { period }),
    ...(sex === NONE ? {} : { sex }),
  };
  // Where a row of a wide table names no place, it is of the kommun.
  const isOfKommun = places.at !== undefined && columnIsEmpty(table, places.at);
  const found = readFigures(
    table,
    isOfKommun ? { ...positions, place: undefined } : positions,
    figures,
    { place: places.nameOf },
  );
  const used = present([indicator, period, sex, ...places.all, ...figures.map(({ at }) => at)]);
  const headings = figures.map(({ at }) => header[at]!);
  return {
    used,
    observations: listed(found.observations),
    names: {
      indicator: header[indicator] ?? headings.join(', '),
      place: header[places.at ?? NONE] ?? '',
      value: headings[0]!,
      broken: found.broken,
    },
    problems: [
      ...places.problems,
      ...strangeColumns(table, (_, at) => used.includes(at)),
      ...found.problems,
    ],
  };
}

const columnIsEmpty = ({ columns }: TypedTable, at: number) =>
  columns[at]!.texts.every((text) => text === '');

/** Our own words with the figures side by side: a column for each period, or for each indicator. */
export const plainWide: Layout = {
  name: 'plain-wide',
  recognise,
  kinds: (header) => {
    const figures = (
      first(header, 'indicator') >= 0 ? periodColumns(header) : titleColumns(header)
    ).map(({ at }) => at);
    return header.map((name, at) => {
      if (placesIn(header).includes(at)) return 'text';
      if (figures.includes(at)) return 'number';
      const field = fieldOf(name);
      return field ? FIELDS[field].kind : null;
    });
  },
  read,
};
