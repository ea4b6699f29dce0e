import { groupBy } from '#lib/domain/group-by.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { readFigures, suppressed } from '../figures.ts';
import type { Figures } from '../figures.ts';
import { fold } from '../fold.ts';
import { headingPeriod } from '../heading-period.ts';
import { areaOf, fewestOf } from '../nki/areas.ts';
import { placeColumns, placesIn } from '../place-columns.ts';
import { listed } from '../rows.ts';
import { present, strangeColumns } from '../strange-columns.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, ReadObservation, Recognition, TypedTable } from './layout.ts';

const AREA =
  /^(?:myndighets|verksamhets|tjänste|ärende)?område$|^(?:myndighetsutövning|verksamhet|ärendetyp)$/;
const VALUE = /^nki(?: ?\(0[-–]100\))?$|^nöjd[- ]?kund[- ]?index(?: \(nki\))?$/;
const COUNT = /^(?:antal )?svar(?:ande)?$|^n$/;
const PERIOD = /^(?:år|mätår|period|undersökningsår)$/;

const first = (header: readonly string[], word: RegExp) =>
  header.findIndex((name) => word.test(fold(name)));

/** `NKI` and `NKI 2024`: a column for each time. */
const namedColumns = (header: readonly string[]) =>
  header.flatMap((name, at) => {
    const { title, period } = headingPeriod(name);
    return VALUE.test(fold(title)) ? [{ at, period }] : [];
  });

/** Beside the areas of authority, a word of Insikt's own, a time alone heads an NKI too. */
const timeColumns = (header: readonly string[]) =>
  header.flatMap((name, at) => {
    const { title, period } = headingPeriod(name);
    return title === '' && period !== null ? [{ at, period }] : [];
  });

const valueColumns = (header: readonly string[]) => {
  const named = namedColumns(header);
  const isOfInsikt = first(header, /^myndighetsområde$/) >= 0;
  return named.length === 0 && isOfInsikt ? timeColumns(header) : named;
};

/** Areas side by side; two of them may stand in any table of a building department. */
const areaColumns = (header: readonly string[]) => {
  const found = header.flatMap((name, at) => {
    const kpi = areaOf(name);
    return kpi === null ? [] : [{ at, kpi }];
  });
  return found.length < 3 ? [] : found;
};

const isSaid = ({ header, titles }: Pick<Table, 'header' | 'titles'>) =>
  [...header, ...titles].some((text) => /(?<!\p{L})(?:nki|insikt)(?!\p{L})/iu.test(text));

function recognise({ header, texts, titles }: Table): Recognition {
  const area = first(header, AREA);
  if (area >= 0 && valueColumns(header).length > 0) {
    return texts[area]!.some((text) => areaOf(text) !== null)
      ? { sure: 0.97, why: 'an NKI for each area of authority' }
      : { sure: 0, why: 'none of the areas of Insikt' };
  }
  return areaColumns(header).length > 0 && isSaid({ header, titles })
    ? { sure: 0.9, why: 'NKI, and a column for each area of authority' }
    : { sure: 0, why: 'no areas of authority with an NKI' };
}

/** A kommun's NKI is some tens: so small a figure is a mark of 1–10, or a share of one (formats 7). */
const SMALL = 10;

/** Asked about once for each column, whatever its heading says. */
function tooSmall({ header }: TypedTable, all: readonly ReadObservation[]): Problem[] {
  const small = all.filter(({ value }) => value !== null && value <= SMALL);
  return [...groupBy(small, ({ column }) => column)].map(([at, figures]) => {
    const { line, printed: value } = figures[0]!;
    const where = { line, column: header[at - 1]!, value, lines: figures.length };
    return { code: 'unsure-scale', ...where, among: 'nki' };
  });
}

/** Below its limit an index is not told, whatever the file does; an area nobody knows has that of an area. */
function shown(one: ReadObservation, kpi: string, column: string): ReadObservation | Problem {
  if (one.value !== null && (one.value < 0 || one.value > 100)) {
    const { line, printed: value } = one;
    return { code: 'value-out-of-scale', line, column, value, from: 0, to: 100 };
  }
  const isFew = one.n !== null && one.n < fewestOf(kpi);
  return one.state === 'value' && isFew ? suppressed(one) : one;
}

function figuresOf(table: TypedTable, area: number): readonly Figures[] {
  const { header, columns } = table;
  if (area < 0) {
    return areaColumns(header).map(({ at, kpi }) => ({
      at,
      nameOf: () => kpi,
      changed: (one) => shown(one, kpi, header[at]!),
    }));
  }
  const kpiOf = (row: number) => {
    const text = columns[area]!.texts.at(row);
    return areaOf(text || 'totalt') ?? text;
  };
  return valueColumns(header).map(({ at, period }) => ({
    at,
    nameOf: kpiOf,
    changed: (one, row) => shown({ ...one, period: period ?? one.period }, kpiOf(row), header[at]!),
  }));
}

function read(table: TypedTable): LayoutReading {
  const { header } = table;
  const area = valueColumns(header).length > 0 ? first(header, AREA) : -1;
  const [n, period] = [first(header, COUNT), first(header, PERIOD)];
  const places = placeColumns(
    table,
    placesIn(header).filter((at) => at !== area),
  );
  const figures = figuresOf(table, area);
  const found = readFigures(
    table,
    {
      place: places.at,
      ...(n < 0 ? {} : { n }),
      ...(period < 0 ? {} : { period }),
    },
    figures,
    { place: places.nameOf },
  );
  const used = present([area, n, period, ...places.all, ...figures.map(({ at }) => at)]);
  const headings = figures.map(({ at }) => header[at]!);
  return {
    used,
    observations: listed(found.observations),
    names: {
      indicator: header[area] ?? headings.join(', '),
      place: header[places.at ?? -1] ?? '',
      value: headings[0]!,
      broken: found.broken,
    },
    problems: [
      ...places.problems,
      ...strangeColumns(table, (_, at) => used.includes(at)),
      ...found.problems,
      ...tooSmall(table, found.observations),
    ],
  };
}

/** Insikt: an index of customers for each area of authority. */
export const nki: Layout = {
  name: 'nki',
  recognise,
  kinds: (header) => {
    const values = [...valueColumns(header), ...areaColumns(header)].map(({ at }) => at);
    const [area, count, period] = [
      first(header, AREA),
      first(header, COUNT),
      first(header, PERIOD),
    ];
    return header.map((_, at) => {
      if (at === area || placesIn(header).includes(at)) return 'text';
      if (at === period) return 'period';
      return at === count || values.includes(at) ? 'number' : null;
    });
  },
  read,
};
