import { inWords, PLAIN } from './board.ts';
import type { Board, Rule } from './board.ts';

const BOF = 'VO barn och familj';
const PROCESS = 'Process vuxna med funktionsnedsättning leva som andra';

const YEAR_END = '..2021-12-31';
const REPORT_DAY = '..2022-04-30';

const amongOurs = (value: number): Rule => ({
  kind: 'rank',
  atMost: value,
  among: 'jamforelsekommuner',
  isReported: true,
});

export const kalmar: Board = {
  ...PLAIN,
  slug: 'kalmar',
  reports: [['socialnamnden', 't1-2022', '2022-05-24']],
  levels: {
    fokusomrade: 'fullmaktige/fokusomrade',
    langsiktigt_mal: 'fullmaktige/langsiktigt-mal',
    arsmal: 'fullmaktige/arsmal',
    namndmal: 'verksamhetsplan/namndmal',
    kvalitetsmal: 'verksamhetsplan/kvalitetsmal',
    utvecklingsomrade: 'verksamhetsplan/utvecklingsomrade',
  },
  activityLevel: 'fullmaktige/uppdrag',
  steps: {
    'Helt uppfyllt': 'Helt uppfyllt',
    'Delvis uppfyllt': 'Delvis uppfyllt',
    'Ej uppfyllt': 'Ej uppfyllt',
    'Ej utvärderad': 'ej_utvarderad',
    Påbörjad: 'Påbörjad',
  },
  // In running text about an indicator: the facts have the line and the unit, as words.
  told: [
    ['i-vardplan', 'Process missbruk', 'Acceptabelt utfall', '', 720],
    ['i-avbrott-fh', BOF, 'ej_bedomt', 'negativ', 847],
    ['i-avbrott-hvb', BOF, 'ej_bedomt', 'negativ', 847],
    ['i-vardnad', BOF, 'ej_bedomt', 'ingen positiv utveckling', 847],
    ['i-placerade-halsa', BOF, 'Nära värde', 'positiv', 847],
    ['i-upplevelse', BOF, 'ej_bedomt', 'positiv', 978],
    ['i-delaktig-gp', BOF, 'Acceptabelt utfall', '', 978],
    ['i-volym', PROCESS, 'ej_bedomt', 'positiv', 1102],
    ['i-trygghet-funk', '', 'Nära värde', '', 1102],
    ['i-vald-komp', BOF, 'Ej acceptabelt utfall', '', 1150],
    ['i-vald-komp', PROCESS, 'ej_bedomt', 'positiv', 1170],
    ['i-foraldragrupper', BOF, 'ej_bedomt', 'ökar', 1255],
  ].map(([key, place, word, trend, line]) => ({
    subject: `indicator:${key}`,
    place: String(place),
    word: String(word),
    trend: String(trend),
    line: Number(line),
  })),
  periods: {
    senaste: YEAR_END,
    'senaste mätning': REPORT_DAY,
    'tre år tidigare': '..2019-04-30',
    '2022 (ej angivet)': REPORT_DAY,
    // Added up from the beginning of the year.
    'x-sjukfranvaro 2019-03': '2019-01..2019-03',
    'x-sjukfranvaro 2020-03': '2020-01..2020-03',
    'x-sjukfranvaro 2021-03': '2021-01..2021-03',
    'x-sjukfranvaro 2022-03': '2022-01..2022-03',
    // Counted on a day that is not printed.
    'x-antal-personer 2021': YEAR_END,
    'x-antal-personer 2022': REPORT_DAY,
    'x-arsarbetare 2021': YEAR_END,
    'x-arsarbetare 2022': REPORT_DAY,
  },
  groups: {
    'Kalmar kommun': {},
    Socialförvaltningen: { place: 'Socialförvaltningen' },
    'Socialnämnd gemensamt': { place: 'Socialnämnd gemensamt' },
    'Verksamhetsområde barn och familj': { place: BOF },
    'VO Barn och familj': { place: BOF },
    'Verksamhetsområde vuxen': { place: 'VO vuxen' },
    'Verksamhetsområde funktionsstöd': { place: 'VO funktionsstöd' },
    'Verksamhetsområde HSL': { place: 'VO HSL' },
    'VO HSL': { place: 'VO HSL' },
    'öppenvård barn och familj': { place: 'Öppenvård barn och familj' },
    ATV: { place: 'ATV' },
    utredningar: { place: 'Utredningar' },
    'process missbruk': { place: 'Process missbruk' },
    'Process: vuxna med funktionsnedsättning leva som andra (VC)': { place: PROCESS },
  },
  years: { löpande: 2022 },
  rules: {
    'i-ps-forum': inWords,
    'i-vald-komp': inWords,
    'i-riskzon': inWords,
    // A change from 2018, of an amount that is not printed.
    'x-avfall': inWords,
    'x-langtidssjuk': () => ({ kind: 'better-than-previous', way: 'down' }),
    'i-insats-tid': (value) => ({ kind: 'at-most', value, isStrict: true, yellow: null }),
    'i-tidiga': (value) => ({ kind: 'count-by', value, on: '2022-12-31' }),
    'x-rank-attraktiv': amongOurs,
    'x-rank-hme': amongOurs,
  },
};
