import type { Table } from '../table.ts';
import { periodOf, readKolada } from './kolada-read.ts';
import { isPreliminaryYear, kindsOf, positionsOf, yearOf } from './kolada-words.ts';
import type { Layout, Recognition } from './layout.ts';

const years = (header: readonly string[]) =>
  header.flatMap((name, column) => {
    const year = yearOf(name);
    return year === null ? [] : [{ column, year }];
  });

function recognise({ header }: Table): Recognition {
  const { code, title, placeCode, place, period, value } = positionsOf(header);
  const hasNames = (code ?? title) !== undefined && (placeCode ?? place) !== undefined;
  const isLong = period !== undefined || value !== undefined;
  const found = years(header).map(({ year }) => year);
  if (!hasNames || isLong || found.length === 0) return { sure: 0, why: 'no columns of years' };
  return { sure: 0.95, why: `a nyckeltal, a kommun and the years ${found.join(', ')}` };
}

/** Kolada's figures with a column for each year, as Jämföraren sets them out. */
export const koladaWide: Layout = {
  name: 'kolada-wide',
  inWorkbook: 'xlsx-kolada',
  isKolada: true,
  recognise,
  kinds: kindsOf,
  read: (table) =>
    readKolada(
      table,
      positionsOf(table.header),
      years(table.header).map(({ column, year }) => {
        const period = periodOf(year);
        const isPreliminary = isPreliminaryYear(table.header[column]!);
        return { column, periodOf: () => period, isPreliminary };
      }),
    ),
};
