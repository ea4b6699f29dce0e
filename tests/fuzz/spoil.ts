import { pick, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import type { Clean, Sheet } from './sheet.ts';

/* One row of a good table made wrong: then nothing of it may go in. */

type Row = readonly string[];
type Spoil = (sheet: Clean, random: Random) => readonly [Sheet['mustStop'], readonly Row[]] | null;

const withCell = (rows: readonly Row[], row: number, at: number, text: string) =>
  rows.map((cells, index) => (index === row ? cells.with(at, text) : cells));

const anyRow = ({ rows }: Clean, random: Random) => upTo(random, rows.length - 1);

const SPOILS: readonly Spoil[] = [
  (sheet, random) => {
    const same = sheet.rows[anyRow(sheet, random)]!;
    return ['duplicate-row', [...sheet.rows, same]];
  },
  (sheet, random) => {
    const at = sheet.figures.length > 0 ? pick(random, sheet.figures) : sheet.header.length - 1;
    const text = pick(random, ['sjuttionio', '12,3,4', '5-', '1e5', '#REF!', '7 st']);
    return ['bad-number', withCell(sheet.rows, anyRow(sheet, random), at, text)];
  },
  (sheet, random) =>
    sheet.place === null
      ? null
      : ['unknown-place', withCell(sheet.rows, anyRow(sheet, random), sheet.place, 'Okänd enhet')],
  (sheet, random) => {
    // Of two rows nobody can tell which is too long.
    if (sheet.rows.length < 3) return null;
    const long = anyRow(sheet, random);
    return [
      'ragged-row',
      sheet.rows.map((cells, index) => (index === long ? [...cells, 'x'] : cells)),
    ];
  },
];

/** Few tables are wrong, and most of those in one way. */
export function perhapsSpoiled(sheet: Clean, random: Random): Sheet {
  const spoilt = random() < 0.06 ? pick(random, SPOILS)(sheet, random) : null;
  return spoilt ? { ...sheet, mustStop: spoilt[0], rows: spoilt[1] } : { ...sheet, mustStop: null };
}
