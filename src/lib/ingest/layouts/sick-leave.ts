import type { Period } from '#lib/domain/period.ts';
import { readFigures } from '../figures.ts';
import type { Figures } from '../figures.ts';
import { placeColumns } from '../place-columns.ts';
import { listed } from '../rows.ts';
import * as columns from '../sick-leave/columns.ts';
import { countOf, keyFigureOf } from '../sick-leave/key-figures.ts';
import { periodColumns, spansOf } from '../sick-leave/period.ts';
import type { Spans } from '../sick-leave/period.ts';
import { besideEmployed, codesOf, qlikColumns } from '../sick-leave/qlik.ts';
import { shown } from '../sick-leave/shown.ts';
import { present, strangeColumns } from '../strange-columns.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, ReadObservation, Recognition, TypedTable } from './layout.ts';

const isSaid = ({ header, titles }: Table) =>
  [...header, ...titles].some((text) => /sjukfrånvaro/i.test(text));

/** Two of the seven where the file says what they are of; five by themselves. */
function recogniseWide(table: Table): Recognition {
  const count = countOf(columns.figureColumns(table.header).map(({ figure }) => figure));
  const enough = isSaid(table) ? 2 : 5;
  return count < enough
    ? { sure: 0, why: 'too few of the figures of sick leave' }
    : { sure: count < 5 ? 0.9 : 0.98, why: `${count} of the seven figures of sick leave` };
}

function recognise(table: Table): Recognition {
  const { header, texts } = table;
  const qlik = qlikColumns(header);
  if (qlik && texts[qlik.measure]!.some((text) => text.startsWith('SK.P.SJ.'))) {
    return { sure: 1, why: 'the codes of sick leave that a staff system gives' };
  }
  const names = columns.namesColumn(header, texts);
  if (!names || !columns.isHeaded(header)) return recogniseWide(table);
  // Names in full may be a kommun's own indicators: then they are found by their names.
  const why = `${names.count} of the seven figures of sick leave, one a row`;
  return { sure: names.isBare ? 1 : 0.9, why };
}

type Setting = {
  readonly value: string;
  readonly indicator: string;
  readonly used: readonly number[];
  /** Where the figures may say what time they are of. */
  readonly said: readonly string[];
  readonly figures: (spans: Spans) => readonly Figures[];
};

const orUndefined = (at: number) => (at < 0 ? undefined : at);

/** One time in the headings goes for the figures without, unless one of those stands there dated too. */
function sharedPeriod(all: readonly columns.FigureColumn[]): Period | null {
  const dated = all.flatMap(({ period }) => period ?? []);
  const isOne = new Set(dated.map(({ text }) => text)).size === 1;
  return isOne && columns.areDifferent(all) ? dated[0]! : null;
}

/** The figures in columns of their own. */
function wide({ header }: TypedTable): Setting {
  const all = columns.figureColumns(header);
  const shared = sharedPeriod(all);
  const headings = all.map(({ at }) => header[at]!);
  return {
    value: headings[0]!,
    indicator: headings.join(', '),
    used: all.map(({ at }) => at),
    said: headings,
    figures: (spans) =>
      all.map(({ at, figure, period }) => ({
        at,
        nameOf: () => figure.kpi,
        changed: (one, row) => {
          const when = period ?? one.period ?? shared;
          const dated = { ...one, period: when && spans.periodOf(when, row, header[at]!) };
          return shown(dated, figure, header[at]!);
        },
      })),
  };
}

/** The figures one a row, in words. */
function long({ header, columns: typed }: TypedTable, names: number): Setting {
  const { texts } = typed[names]!;
  const value = columns.valueColumn(header);
  const all = value < 0 ? columns.timeColumns(header) : [{ at: value, period: null }];
  const figureOf = (row: number) => keyFigureOf(texts.at(row));
  const said = new Set([header[names]!, ...all.map(({ at }) => header[at]!)]);
  texts.forEach((text) => void said.add(text));
  return {
    value: header[all[0]!.at]!,
    indicator: header[names]!,
    used: [names, ...all.map(({ at }) => at)],
    said: [...said],
    figures: (spans) =>
      all.map(({ at, period }) => ({
        at,
        nameOf: (row) => figureOf(row)?.kpi ?? null,
        changed: (one, row) => {
          const when = period ?? one.period;
          const dated = { ...one, period: when && spans.periodOf(when, row, texts.at(row)) };
          return shown(dated, figureOf(row)!, header[at]!);
        },
      })),
  };
}

function readSetting(table: TypedTable, setting: Setting): LayoutReading {
  const { header } = table;
  const [places, periods] = [placeColumns(table), periodColumns(table)];
  const employed = columns.employedColumn(header);
  const sex = columns.sexColumn(header);
  const used = present([...places.all, ...periods.all, ...setting.used, employed, sex]);
  const spans = spansOf(table, periods, setting.said);
  const positions = {
    place: places.at,
    period: periods.at,
    n: orUndefined(employed),
    sex: orUndefined(sex),
  };
  const texts = { place: places.nameOf, period: periods.textOf };
  const found = readFigures(table, positions, setting.figures(spans), texts);
  return {
    used,
    observations: listed(found.observations),
    names: {
      indicator: setting.indicator,
      place: header[places.at ?? -1] ?? '',
      value: setting.value,
      broken: found.broken,
    },
    problems: [
      ...places.problems,
      ...strangeColumns(table, (_, at) => used.includes(at)),
      ...found.problems,
      ...spans.problems(),
    ],
  };
}

function readQlik(
  table: TypedTable,
  at: NonNullable<ReturnType<typeof qlikColumns>>,
): LayoutReading {
  const { header } = table;
  const { figureOf, isEmployed, unknown } = codesOf(table, at);
  const [places, periods] = [placeColumns(table), periodColumns(table)];
  const spans = spansOf(table, periods, []);
  const positions = { place: places.at, period: periods.at };
  const column = header[at.value]!;
  const counts = readFigures(table, positions, [
    { at: at.value, nameOf: (row) => (isEmployed(row) ? 'employed' : null) },
  ]);
  const counted = besideEmployed(counts.observations);
  const changed = (one: ReadObservation, row: number) => {
    const dated = { ...one, period: one.period && spans.periodOf(one.period, row, '') };
    return shown({ ...counted(one), period: dated.period }, figureOf(row)!, column);
  };
  const found = readFigures(table, positions, [
    { at: at.value, nameOf: (row) => figureOf(row)?.kpi ?? null, changed },
  ]);
  const used = present([...places.all, ...periods.all, at.measure, at.column, at.value]);
  return {
    used,
    observations: listed(found.observations),
    names: {
      indicator: header[at.measure]!,
      place: header[places.at ?? -1] ?? '',
      value: column,
      broken: found.broken,
    },
    problems: [
      ...strangeColumns(table, (_, each) => used.includes(each)),
      ...unknown(),
      ...counts.problems,
      ...found.problems,
      ...spans.problems(),
    ],
  };
}

function read(table: TypedTable): LayoutReading {
  const qlik = qlikColumns(table.header);
  if (qlik) return readQlik(table, qlik);
  const texts = table.columns.map((column) => column.texts);
  const names = columns.namesColumn(table.header, texts);
  return readSetting(
    table,
    names && columns.isHeaded(table.header) ? long(table, names.at) : wide(table),
  );
}

/** Sick leave as kommuner tell of it: the seven figures of the årsredovisning, side by side, one a row, or in codes. */
export const sickLeave: Layout = {
  name: 'sick-leave',
  recognise,
  kinds: (header) => header.map((_, at) => columns.kindOf(header, at)),
  read,
};
