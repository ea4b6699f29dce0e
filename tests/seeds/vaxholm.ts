import { PLAIN } from './board.ts';
import type { Board } from './board.ts';

const BENCHMARK = 'Benchmark NKI Bygglov';
const REPORT_DAY = '..2022-03-31';

export const vaxholm: Board = {
  ...PLAIN,
  slug: 'vaxholm',
  prefix: 'v-',
  reports: [
    ['socialnamnden', 't1-2022', '2022-05-24'],
    ['kommunstyrelsen', 'modellkommuner-2022', null],
    ['stadsbyggnadsnamnden', 'modellkommuner-2022', null],
  ],
  levels: {
    malomrade: 'fullmaktige/malomrade',
    namndmal: 'namndmal/namndmal',
    'projektmal-overgripande': 'modellkommuner/overgripande-mal',
    'projektmal-kort': 'modellkommuner/kort-sikt',
    'projektmal-lang': 'modellkommuner/lang-sikt',
  },
  activityLevel: 'namndmal/uppdrag',
  namnder: { c: 'kommunstyrelsen', n: 'stadsbyggnadsnamnden' },
  noGoals: { 'v-g5': 'the global goals are not seeded (DESIGN 2); told in the description of p' },
  steps: { god: 'God', 'mycket god': 'Mycket god' },
  // The register's Status, on the line of each uppdrag, which the facts have no field for.
  told: [1, 2, 3, 4, 5].map((n) => ({
    subject: `activity:namndmal/u${n}`,
    word: 'Pågående',
    line: 2652 + n,
  })),
  periods: {
    Uppstart: REPORT_DAY,
    BM1: REPORT_DAY,
    BM2: REPORT_DAY,
    BM3: REPORT_DAY,
    Avslutningskonferens: REPORT_DAY,
  },
  moments: {
    Uppstart: 'Mättillfälle=1 Uppstart',
    BM1: 'Mättillfälle=2 BM1',
    BM2: 'Mättillfälle=3 BM2',
    BM3: 'Mättillfälle=4 BM3',
  },
  groups: {
    'BM K': { place: BENCHMARK, sex: 'K' },
    'BM M': { place: BENCHMARK, sex: 'M' },
  },
  hasBudgets: true,
};
