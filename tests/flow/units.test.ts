import { expect, test } from 'vitest';
import { asApi } from '#lib/server/api-v1.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { importPlan } from '#lib/server/plan/import.ts';
import { ACTOR, freshDb, gnestaIn, NOW, parsedPlanWith } from '../db.ts';

/** Gnesta with three units under the socialförvaltning. */
function withUnits() {
  const db = freshDb();
  const plan = parsedPlanWith((file) => {
    file.places = [
      { name: 'Socialförvaltningen' },
      { name: 'Hemtjänst Norr', under: 'Socialförvaltningen' },
      { name: 'Hemtjänst Söder', under: 'Socialförvaltningen' },
      { name: 'Natt', under: 'Socialförvaltningen' },
    ];
  });
  importPlan(db, ACTOR, NOW, plan);
  return { db, ...gnestaIn(db) };
}

const FILE = `Indikator;Period;Enhet;Värde;Svar
ind-3;2023-H1;Socialförvaltningen;70,0;100
ind-3;2023-H1;Hemtjänst Norr;71,5;60
ind-3;2023-H1;Hemtjänst Söder;66,6;37
ind-3;2023-H1;Natt;33,3;3
`;

test('a unit with three answers is hidden, and so is what would give it away by subtraction', () => {
  const { db, kommun, namnd, occasion } = withUnits();
  const file = { name: 'enheter.csv', bytes: new TextEncoder().encode(FILE) };
  expect(importUpload(db, ACTOR, NOW, kommun, file)).toMatchObject({ outcome: 'stored', new: 4 });

  const assessed = readAssessed(db, kommun, namnd, occasion);
  const shown = assessed.indicators
    .find((one) => one.indicator.key === 'ind-3')
    ?.observations.map((one) => ({
      place: assessed.places.find((place) => place.id === one.place)?.name,
      state: one.state,
      value: one.value,
      n: one.n,
    }));
  const hidden = { state: 'suppressed', value: null, n: null };
  expect(shown).toContainEqual({ place: 'Natt', ...hidden });
  expect(shown?.filter((one) => one.state === 'suppressed').length).toBeGreaterThanOrEqual(2);

  const everything = JSON.stringify(assessed) + JSON.stringify(asApi(assessed));
  for (const secret of ['33.3', '33,3']) expect(everything).not.toContain(secret);
});

test('a unit that is not in the plan is told with its line', () => {
  const { db, kommun } = withUnits();
  const text = FILE.replace('Hemtjänst Söder', 'Hemtjänst Väst');
  const file = { name: 'enheter.csv', bytes: new TextEncoder().encode(text) };
  const { outcome, problems } = importUpload(db, ACTOR, NOW, kommun, file);
  expect(outcome).toBe('refused');
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'unknown-place', line: 4, value: 'Hemtjänst Väst' }),
  );
});
