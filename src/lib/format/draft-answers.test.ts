import { expect, test } from 'vitest';
import { anObservation, aJudgement, aPlace, GREEN, YELLOW } from '../../../tests/builders.ts';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import { atLeast, atMost } from '../../../tests/rules.ts';

/* What a value rests on, its parts, and what people say of it, in words. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const SICK = {
  title: 'Sjukfrånvaro',
  unit: '%',
  value: 5.9,
  decimals: 1,
  better: 'lower',
} as const;
const INDEX = {
  title: 'HME-index',
  unit: 'index',
  value: 84.8,
  decimals: 1,
  better: 'higher',
} as const;
const H1 = '2023-H1';
const of = (sex: 'K' | 'M', value: number) => anObservation({ period: H1, sex, value });
const at = (place: number, value: number) => anObservation({ period: H1, place, value });
const part = (breakdown: string, value: number) => anObservation({ period: H1, breakdown, value });
const NORR = aPlace();
const SODER = aPlace({ id: 3, name: 'Hemtjänst Söder' });
const VAST = aPlace({ id: 4, name: 'Hemtjänst Väst' });
const RIKET = aPlace({ id: 9, kind: 'riket', name: 'Riket', parent: null });
const LANET = aPlace({ id: 10, kind: 'region', name: 'Södermanlands län', parent: null });
const LIKA = aPlace({ id: 11, kind: 'group', name: 'Liknande kommuner', parent: null });
const PLACES = { places: [NORR, SODER, VAST, RIKET, LANET, LIKA] };

const said = (step: string, more: object = {}) => ({
  judgements: [
    aJudgement({ subject: { kind: 'indicator', id: 1 }, said: { kind: 'step', step }, ...more }),
  ],
});

test.each<[string, Told, string]>([
  // Answers ----------------------------------------------------------------------------------------
  [
    'few answers',
    { ...PERCENT, now: { n: 25 } },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Utfallet bygger på 25 svar, så ett svar flyttar andelen 4 procentenheter.',
  ],
  [
    'few answers of those who were asked',
    { ...PERCENT, now: { n: 25, asked: 40 } },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Utfallet bygger på 25 svar från 40 tillfrågade (63 procent), så ett svar flyttar andelen 4 procentenheter.',
  ],
  [
    'many answers of those who were asked',
    { ...PERCENT, now: { n: 360, asked: 600 } },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Utfallet bygger på 360 svar från 600 tillfrågade (60 procent).',
  ],
  [
    'many answers',
    { ...PERCENT, now: { n: 360 } },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023.',
  ],
  [
    'few answers behind an index',
    { ...INDEX, now: { n: 25 } },
    'HME-index var 84,8 under januari–juni 2023. Utfallet bygger på 25 svar.',
  ],
  // Parts ------------------------------------------------------------------------------------------
  [
    'only told in parts',
    {
      ...PERCENT,
      value: null,
      others: [part('Ålder=29 år eller yngre', 80), part('Ålder=50 år eller äldre', 90)],
    },
    'Under januari–juni 2023 var andelen nöjda brukare 80 procent för 29 år eller yngre och 90 procent för 50 år eller äldre; ett samlat utfall finns inte.',
  ],
  [
    'only told by sex',
    { title: 'Nöjd kund-index', unit: '', value: null, others: [of('K', 54), of('M', 61)] },
    'Under januari–juni 2023 var utfallet för nöjd kund-index 54 för kvinnor och 61 för män; ett samlat utfall finns inte.',
  ],
  [
    'more parts than are told',
    {
      ...PERCENT,
      value: null,
      others: [1, 2, 3, 4, 5, 6].map((n) => part(`Skola=Skola ${n}`, 80 + n)),
    },
    'Under januari–juni 2023 var andelen nöjda brukare 81 procent för Skola 1, 82 procent för Skola 2, 83 procent för Skola 3, 84 procent för Skola 4 och 2 delar till; ett samlat utfall finns inte.',
  ],
  [
    'a year so far with a part missing',
    {
      ...{
        ...PERCENT,
        period: '2023-T2',
        indicator: { addsUp: 'weighted' },
        now: { denominator: 100, numerator: 84 },
      },
    },
    'Andelen nöjda brukare var 84 procent under tertial 2 2023. I utfallet saknas 1 av 2 delar.',
  ],
  // What people say --------------------------------------------------------------------------------
  [
    'people and the rule agree',
    { rule: atMost(110), more: said(GREEN.key) },
    'Väntetiden var 102 dagar under januari–juni 2023, 8 dagar kortare än målvärdet på högst 110 dagar: uppnått.',
  ],
  [
    'people see it better',
    { rule: atMost(90), more: said(YELLOW.key, { reason: 'Kön minskar sedan i maj.' }) },
    'Väntetiden var 102 dagar under januari–juni 2023, 12 dagar längre än målvärdet på högst 90 dagar: ej uppnått. Indikatorn bedöms delvis uppnås, bättre än utfallet mot målvärdet ger. Skälet är: Kön minskar sedan i maj.',
  ],
  [
    'people see it worse, and do not say why',
    { ...PERCENT, rule: atLeast(80), more: said(YELLOW.key) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 4 procentenheter högre än målvärdet på minst 80 procent: uppnått. Indikatorn bedöms delvis uppnås, sämre än utfallet mot målvärdet ger. Skäl saknas.',
  ],
  [
    'people alone',
    { value: null, more: said(YELLOW.key, { trend: 'positiv' }) },
    'Det finns ännu inget utfall för väntetiden. Indikatorn bedöms delvis uppnås, med trenden ”positiv”.',
  ],
  [
    'no more than five sentences',
    {
      ...{ ...SICK, rule: atMost(6), before: 6.5, now: { n: 80, asked: 100 } },
      others: [of('K', 7.2), of('M', 4.6), at(9, 6.1), at(2, 8), at(3, 4)],
      more: PLACES,
    },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023, 0,1 procentenheter lägre än målvärdet på högst 6,0 procent: uppnått. Det är 0,6 procentenheter lägre än samma period 2022, då den var 6,5 procent, vilket är en förbättring. Utfallet bygger på 80 svar från 100 tillfrågade (80 procent), så ett svar flyttar andelen 1,3 procentenheter. För kvinnor var utfallet 7,2 procent och för män 4,6 procent, en skillnad på 2,6 procentenheter. Motsvarande utfall var 6,1 procent i riket.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
