import type { Kommun } from '#lib/domain/model.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as measures from '#lib/server/db/measures.ts';
import * as observations from '#lib/server/db/observations.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { pick, upTo } from './chance.ts';
import type { Random } from './chance.ts';

/* Files that chance writes: few keys and few values, so that they often speak of the same and say alike. */

const KEYS = ['ind-1', 'ind-2', 'ind-3', 'ind-4', 'ind-7', 'ind-8'] as const;
const PERIODS = ['2022-H1', '2023-H1', '2023-01..2023-06', '2024-H1'] as const;
const VALUES = ['7', '7,0', '18', '95', '33', '', '..', '-'] as const;
const NOTES = ['', '', '', 'en anmärkning'] as const;

export type Row = readonly [key: string, period: string, value: string, note: string];

const canonical = (period: string) => (period === '2023-01..2023-06' ? '2023-H1' : period);

/** Up to so many rows, none of them about the same as another. */
export function randomRows(random: Random, most: number): readonly Row[] {
  const rows = Array.from({ length: 1 + upTo(random, most - 1) }, (): Row => {
    const [key, period] = [pick(random, KEYS), pick(random, PERIODS)];
    return [key, period, pick(random, VALUES), pick(random, NOTES)];
  });
  const byKey = new Map(rows.map((row) => [`${row[0]} ${canonical(row[1])}`, row]));
  return [...byKey.values()];
}

export const asText = (rows: readonly (readonly string[])[]): string =>
  ['Indikator;Period;Värde;Anmärkning', ...rows.map((row) => row.join(';')), ''].join('\n');

export const randomFile = (random: Random, most = 8): string => asText(randomRows(random, most));

/** The measures that the files speak of. */
export const spokenOf = (db: Db, kommun: Kommun): number[] =>
  measures.list(db, kommun.id).map(({ id }) => id);

/** What a kommun sees: every value with what is said beside it, but for where it stands. */
export const valuesSeen = (db: Db, kommun: Kommun, ids: readonly number[]) =>
  new Map(
    observations.list(db, kommun.id, ids).map((one) => {
      const { measure, period, place, sex, breakdown, kind, source, ...said } = one;
      const key = [measure, period.text, place, sex, breakdown, kind].join(' ');
      const file = uploads.read(db, kommun.id, source.upload)?.file;
      return [key, JSON.stringify([file, source.line, said])];
    }),
  );
