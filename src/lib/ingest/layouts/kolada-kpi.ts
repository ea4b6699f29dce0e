import type { Better } from '#lib/domain/model.ts';
import { fold } from '../fold.ts';
import { aboutOf, endIn, isShare, kpiFaults, unitOf, withoutPrefix } from '../kolada/kpi.ts';
import type { Kpi } from '../kolada/kpi.ts';
import { listed } from '../rows.ts';
import type { Layout, LayoutReading, TypedTable } from './layout.ts';

/** The columns of a catalogue of nyckeltal; the first two are needed. */
const COLUMNS = {
  id: 'id',
  title: 'title',
  old: 'old_titles',
  unit: 'unit_or_kind',
  about: 'municipality_type',
  direction: 'direction',
  ended: 'ended_after',
} as const;

type Name = keyof typeof COLUMNS;

const DIRECTIONS: Readonly<Record<string, Better>> = { higher: 'higher', lower: 'lower' };

const positionOf = (header: readonly string[], name: Name) =>
  header.findIndex((each) => fold(each) === COLUMNS[name]);

function kpiOf(cell: (name: Name) => string): Kpi {
  const [title, unit] = [withoutPrefix(cell('title')), cell('unit')];
  return {
    code: cell('id'),
    title,
    oldTitles: cell('old').split(' | ').filter(Boolean).map(withoutPrefix),
    unit: unitOf(unit),
    isShare: isShare(title, unit),
    // No direction, or one that is not certain, is none until somebody says.
    better: DIRECTIONS[cell('direction')] ?? 'none',
    endedAfter: /^\d{4}$/.test(cell('ended')) ? Number(cell('ended')) : endIn(title),
    about: aboutOf(cell('about')),
  };
}

function read(table: TypedTable): LayoutReading {
  const at = Object.fromEntries(
    (Object.keys(COLUMNS) as Name[]).map((name) => [name, positionOf(table.header, name)]),
  ) as Readonly<Record<Name, number>>;
  const kpis = Array.from(table.lines, (_, row) =>
    kpiOf((name) => table.columns[at[name]]?.texts.at(row) ?? ''),
  );
  const all = kpis.map((kpi, row) => ({ kpi, line: table.lines[row]! }));
  const used = table.header.map((_, column) => column);
  return { observations: listed([]), problems: kpiFaults(all), used, kpis };
}

/** A catalogue of nyckeltal: no figures, but what each is called, measures and means. */
export const koladaKpi: Layout = {
  name: 'kolada-kpi',
  isKolada: true,
  recognise: ({ header }) => {
    const known = (Object.keys(COLUMNS) as Name[]).filter((name) => positionOf(header, name) >= 0);
    const isCatalogue = known.includes('id') && known.includes('title');
    return isCatalogue && known.length > 2
      ? { sure: 1, why: `its columns ${known.map((name) => COLUMNS[name]).join(', ')}` }
      : { sure: 0, why: 'no columns of a catalogue' };
  },
  kinds: (header) => header.map(() => 'text'),
  read,
};
