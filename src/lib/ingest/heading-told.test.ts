import { expect, test } from 'vitest';
import { headingTold } from './heading-told.ts';

const said = (heading: string) => {
  const { title, period, sex, kind } = headingTold(heading);
  return [title, period?.text ?? '', sex ?? '', kind ?? ''].join('|');
};

test.each([
  ['Trygghet', 'Trygghet|||'],
  ['Trygghet 2024', 'Trygghet|2024||'],
  ['Andel, procent 2023', 'Andel, procent|2023||'],
  ['Trygghet, 2024', 'Trygghet|2024||'],
  ['Trygghet (2024)', 'Trygghet|2024||'],
  ['Trygghet 2024 (%)', 'Trygghet (%)|2024||'],
  ['2024 Trygghet', 'Trygghet|2024||'],
  ['Trygghet T1 2024', 'Trygghet|2024-T1||'],
  ['Trygghet 2024-H1', 'Trygghet|2024-H1||'],
  ['Trygghet maj 2024', 'Trygghet|2024-05||'],
  ['Trygghet jan – jun 2024', 'Trygghet|2024-01..2024-06||'],
  ['2024', '|2024||'],
  ['2024 – Kvinnor', '|2024|K|'],
  ['Kvinnor – 2024', '|2024|K|'],
  ['Kvinnor 2024', '|2024|K|'],
  ['2024 – K', '|2024|K|'],
  ['M 2024', 'M|2024||'],
  ['Resultat 2024 – Män', 'Resultat|2024|M|'],
  ['Trygghet – Kvinnor', 'Trygghet||K|'],
  ['Trygghet (kvinnor) 2024', 'Trygghet|2024|K|'],
  ['Andel kvinnor 2024', 'Andel kvinnor|2024||'],
  ['2024 – T1', '|2024-T1||'],
  ['T1 – 2024', '|2024-T1||'],
  ['2024 – januari', '|2024-01||'],
  ['Budget 2024', '|2024||budget'],
  ['2024 – Prognos', '|2024||prognos'],
  ['Mål 2025', 'Mål|2025||'],
  ['Utfall T1', '|||utfall'],
  ['Utfall (%)', '|||utfall'],
  ['Invånare 2020 års priser', 'Invånare 2020 års priser|||'],
  ['HME - Totalindex,  andel:', 'HME - Totalindex,  andel:|||'],
  ['HME - Totalindex 2024', 'HME - Totalindex|2024||'],
  ['HME - Totalindex – Kvinnor', 'HME - Totalindex||K|'],
  ['HME - kvinnor - Totalindex', 'HME - Totalindex||K|'],
  ['', '|||'],
])('%s says %s', (heading, expected) => expect(said(heading)).toBe(expected));

test.each([
  ['Trygghet 2024', ' TRYGGHET  2025'],
  ['2024', 'T1 2025'],
  ['Resultat 2024 – Män', 'Resultat 2025 – män'],
])('%s has the key of %s', (one, other) =>
  expect(headingTold(one).key).toBe(headingTold(other).key),
);
