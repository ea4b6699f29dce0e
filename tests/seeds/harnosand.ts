import { inWords, PLAIN } from './board.ts';
import type { Board } from './board.ts';

const staff = (word: string) => ({ breakdown: `Anställning=${word}` });
const UNIT = 'Biståndsenheten';

export const harnosand: Board = {
  ...PLAIN,
  slug: 'harnosand',
  prefix: 'h-',
  reports: [['socialnamnden', 'mal-2025', '2024-04-26']],
  levels: { inriktning: 'fullmaktige/inriktning', mal: 'mal-2025/mal' },
  activityLevel: 'mal-2025/nyckelaktivitet',
  noGoals: {
    'h-prog': 'the målprogram is the plan itself',
    'h-syfte': 'the purpose is told with the plan, above its goals',
  },
  steps: {},
  groups: {
    tillsvidareanställda: staff('tillsvidareanställda'),
    'tidsbegränsat anställda': staff('tidsbegränsat anställda'),
    heltidsanställda: staff('heltidsanställda'),
    deltidsanställda: staff('deltidsanställda'),
    'deltid 1-74%': staff('deltid 1-74%'),
    'deltid 75-99%': staff('deltid 75-99%'),
    intermittenta: staff('intermittenta'),
    Biståndsenheten: { place: UNIT },
    Socialförvaltningen: { place: 'Socialförvaltningen' },
    // Only those who have left one unit are told.
    'k8 T': { place: UNIT },
    'k8 externt': { place: UNIT, breakdown: 'Till=externt' },
    'k8 annan förvaltning': { place: UNIT, breakdown: 'Till=annan förvaltning' },
  },
  years: { ar: 2025 },
  rules: { i16: inWords, i19: inWords },
};
