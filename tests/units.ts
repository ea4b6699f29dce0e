import type { Db } from '#lib/server/db/client.ts';
import { importPlan } from '#lib/server/plan/import.ts';
import { ACTOR, freshDb, gnestaIn, NOW, parsedPlanWith } from './db.ts';
import type { Json } from './db.ts';

/** Gnesta with three units under the socialförvaltning; ind-3 is of an HME, which hides fewer than ten. */
export function withUnits(change: (plan: Json) => unknown = () => undefined) {
  const db: Db = freshDb();
  const plan = parsedPlanWith((file) => {
    file.places = [
      { name: 'Socialförvaltningen' },
      { name: 'Hemtjänst Norr', under: 'Socialförvaltningen' },
      { name: 'Hemtjänst Söder', under: 'Socialförvaltningen' },
      { name: 'Natt', under: 'Socialförvaltningen' },
    ];
    const indicators = file.indicators as Json[];
    const code = indicators.find((one) => one.key === 'ind-3')?.measure as string;
    const measure = (file.measures as Json[]).find((one) => one.code === code)!;
    Object.assign(measure, { source: 'hme', unit: 'index', isShare: false });
    change(file);
  });
  importPlan(db, ACTOR, NOW, plan);
  return { db, ...gnestaIn(db) };
}

/** Eight answers at night: too few of an HME, though not of other surveys. */
export const UNIT_ROWS = {
  all: 'ind-3;2023-H1;Socialförvaltningen;70,0;105',
  north: 'ind-3;2023-H1;Hemtjänst Norr;71,5;60',
  south: 'ind-3;2023-H1;Hemtjänst Söder;66,6;37',
  night: 'ind-3;2023-H1;Natt;33,3;8',
} as const;

export const unitFile = (...rows: string[]): string =>
  ['Indikator;Period;Enhet;Värde;Svar', ...rows, ''].join('\n');
