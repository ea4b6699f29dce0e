import type { Table } from '../table.ts';
import { periodOf, readKolada } from './kolada-read.ts';
import { kindsOf, ownWords, positionsOf } from './kolada-words.ts';
import type { Positions } from './kolada-words.ts';
import type { Layout, Recognition } from './layout.ts';
import { fieldOf } from './plain-long-fields.ts';

const isWhole = ({ code, title, placeCode, place, period, value }: Positions) =>
  (code ?? title) !== undefined &&
  (placeCode ?? place) !== undefined &&
  period !== undefined &&
  value !== undefined;

/** A column that says what kind of figure it is, which Kolada's never has: ours, with its words. */
const OURS = new Set(['breakdown', 'kind', 'numerator', 'denominator', 'n', 'asked']);

function recognise({ header }: Table): Recognition {
  const own = ownWords(header);
  if (!isWhole(positionsOf(header))) return { sure: 0, why: 'too few of its columns' };
  if (own.length === 0) return { sure: 0, why: 'no word of Kolada’s own' };
  return header.some((name) => OURS.has(fieldOf(name) ?? ''))
    ? { sure: 0.4, why: 'columns that Kolada has not' }
    : { sure: 1, why: `Kolada’s own words ${own.join(', ')}` };
}

/** Kolada's figures, one a row: from its exports, its API flattened, or R. */
export const koladaLong: Layout = {
  name: 'kolada-long',
  inWorkbook: 'xlsx-kolada',
  isKolada: true,
  recognise,
  kinds: kindsOf,
  read: (table) => {
    const positions = positionsOf(table.header);
    const { texts } = table.columns[positions.period!]!;
    return readKolada(table, positions, [
      { column: positions.value!, periodOf: texts.answers(periodOf) },
    ]);
  },
};
