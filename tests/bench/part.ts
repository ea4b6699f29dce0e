import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { groupBy } from '#lib/domain/group-by.ts';
import { rankOf } from '#lib/domain/ranking.ts';
import type { Rank } from '#lib/domain/ranking.ts';
import { invariant } from '#lib/domain/result.ts';
import * as measures from '#lib/server/db/measures.ts';
import * as observations from '#lib/server/db/observations.ts';
import * as places from '#lib/server/db/places.ts';
import { renderDocx } from '#lib/server/report/docx.ts';
import { indicatorReport } from '../office/hard.ts';
import { figuresOf, install, load } from './installation.ts';
import type { Installation } from './installation.ts';
import { measure, median } from './measure.ts';
import type { Measured } from './measure.ts';

/*
 * One measurement in a process of its own, so that no other has warmed it up or filled its memory:
 * `tsx tests/bench/part.ts NAME FOLDER [FILE]`. Writes what it took as JSON.
 */

/** What everything is compared with: the rows of the file as objects, and nothing done with them. */
const parse = (path: string) =>
  new Promise<void>((resolve, reject) => {
    let rows = 0;
    Papa.parse(createReadStream(path) as never, {
      header: true,
      chunk: ({ data }: { data: unknown[] }) => void (rows += data.length),
      complete: () => (rows > 0 ? resolve() : reject(new Error('no rows'))),
      error: reject,
    });
  });

function rankAll({ db, kommun }: Installation): (Rank | null)[] {
  const place = places.readKommun(db, kommun.code)!.id;
  const { kpis, years } = figuresOf(200, 1);
  const codes = new Set(kpis);
  const wanted = measures
    .list(db, null)
    .filter(({ code }) => codes.has(code))
    .map(({ id }) => ({ measure: id, period: String(years[0]) }));
  const peers = groupBy(observations.peers(db, kommun.id, wanted), (one) => one.measure);
  return wanted.map(({ measure: id, period }) =>
    rankOf(
      { peers: peers.get(id) ?? [], groups: [] },
      { measure: id, period, place, better: 'lower', among: null },
    ),
  );
}

const PARTS: Readonly<
  Record<string, (folder: string, files: readonly string[]) => Promise<Measured>>
> = {
  parse: (_, [file]) => measure(() => parse(file!)),
  load: (folder, [file]) => {
    const installation = install(folder);
    return measure(() => load(installation, file!));
  },
  rank: async (folder) => {
    const installation = install(folder);
    const times: number[] = [];
    for (let run = 0; run < 9; run += 1) {
      const { ms } = await measure(() => {
        const ranks = rankAll(installation);
        invariant(ranks.length === 200 && !ranks.includes(null), 'every nyckeltal has a rank');
      });
      times.push(ms);
    }
    return { ms: median(times), growthMb: 0 };
  },
  // The first that a process makes: nobody waits for the second.
  docx: () => measure(() => renderDocx(indicatorReport(100))),
};

const [name, folder, ...files] = process.argv.slice(2);
const part = PARTS[name ?? ''];
invariant(part && folder, `one of ${Object.keys(PARTS).join(', ')}`);
process.stdout.write(JSON.stringify(await part(folder, files)));
