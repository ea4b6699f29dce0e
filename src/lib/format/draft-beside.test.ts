import { expect, test } from 'vitest';
import { anObservation, aPlace } from '../../../tests/builders.ts';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';

/* A value of women and men, elsewhere and at units, in words. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const SICK = {
  title: 'Sjukfrånvaro',
  unit: '%',
  value: 5.9,
  decimals: 1,
  better: 'lower',
} as const;
const COUNT = { title: 'Antal placeringar', unit: 'st', value: 42 } as const;
const VOLUME = { title: 'Belagda dygn', unit: 'dygn', value: 5166 } as const;
const STAFF = { title: 'Antal anställda', unit: 'anställda', value: 335 } as const;
const H1 = '2023-H1';
const of = (sex: 'K' | 'M', value: number) => anObservation({ period: H1, sex, value });
const at = (place: number, value: number) => anObservation({ period: H1, place, value });
const NORR = aPlace();
const SODER = aPlace({ id: 3, name: 'Hemtjänst Söder' });
const VAST = aPlace({ id: 4, name: 'Hemtjänst Väst' });
const RIKET = aPlace({ id: 9, kind: 'riket', name: 'Riket', parent: null });
const LANET = aPlace({ id: 10, kind: 'region', name: 'Södermanlands län', parent: null });
const LIKA = aPlace({ id: 11, kind: 'group', name: 'Liknande kommuner', parent: null });
const PLACES = { places: [NORR, SODER, VAST, RIKET, LANET, LIKA] };

test.each<[string, Told, string]>([
  // Sexes ------------------------------------------------------------------------------------------
  [
    'women and men',
    { ...SICK, others: [of('K', 7.2), of('M', 4.6)] },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023. För kvinnor var utfallet 7,2 procent och för män 4,6 procent, en skillnad på 2,6 procentenheter.',
  ],
  [
    'equal women and men',
    { ...SICK, others: [of('K', 5.9), of('M', 5.9)] },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023.',
  ],
  [
    'women and men that look equal',
    { ...SICK, others: [of('K', 5.91), of('M', 5.89)] },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023.',
  ],
  [
    'one sex alone',
    { ...SICK, others: [of('K', 7.2)] },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023.',
  ],
  [
    'people, counted',
    { ...STAFF, others: [of('K', 286), of('M', 49)] },
    'Antalet anställda var 335 under januari–juni 2023. Av de 335 var 286 kvinnor och 49 män.',
  ],
  [
    'women and men that do not add up',
    { ...STAFF, others: [of('K', 286), of('M', 40)] },
    'Antalet anställda var 335 under januari–juni 2023. För kvinnor var utfallet 286 och för män 40, en skillnad på 246.',
  ],
  [
    'no man',
    { ...STAFF, value: 5, others: [of('K', 5), of('M', 0)] },
    'Antalet anställda var 5 under januari–juni 2023. Alla 5 var kvinnor.',
  ],
  [
    'times',
    { others: [of('K', 100), of('M', 105)] },
    'Väntetiden var 102 dagar under januari–juni 2023. För kvinnor var utfallet 100 dagar och för män 105 dagar, en skillnad på 5 dagar.',
  ],
  [
    'of another period they stay out',
    { ...SICK, others: [anObservation({ period: '2022', sex: 'K', value: 7 }), of('M', 5)] },
    'Sjukfrånvaron var 5,9 procent under januari–juni 2023.',
  ],
  // Others -----------------------------------------------------------------------------------------
  [
    'riket',
    { ...PERCENT, others: [at(9, 80)], more: PLACES },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Motsvarande utfall var 80 procent i riket.',
  ],
  [
    'riket, länet and a group',
    { ...PERCENT, others: [at(11, 82), at(10, 81), at(9, 80)], more: PLACES },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Motsvarande utfall var 80 procent i riket, 81 procent i Södermanlands län och 82 procent i Liknande kommuner (ovägt medel).',
  ],
  [
    'riket of another year stays out',
    { ...PERCENT, others: [anObservation({ period: '2022', place: 9, value: 80 })], more: PLACES },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023.',
  ],
  // Units ------------------------------------------------------------------------------------------
  [
    'units',
    { ...PERCENT, others: [at(2, 91), at(3, 77), at(4, 84)], more: PLACES },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Högst var andelen för Hemtjänst Norr (91 procent) och lägst för Hemtjänst Söder (77 procent).',
  ],
  [
    'two share the top',
    { ...PERCENT, others: [at(2, 91), at(3, 91), at(4, 80)], more: PLACES },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Högst var andelen för Hemtjänst Norr och Hemtjänst Söder (91 procent) och lägst för Hemtjänst Väst (80 procent).',
  ],
  [
    'all alike',
    { ...PERCENT, others: [at(2, 84), at(3, 84)], more: PLACES },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023.',
  ],
  [
    'one unit alone',
    { ...PERCENT, others: [at(2, 91)], more: PLACES },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023.',
  ],
  [
    'times at units',
    { others: [at(2, 91), at(3, 120)], more: PLACES },
    'Väntetiden var 102 dagar under januari–juni 2023. Längst var den för Hemtjänst Söder (120 dagar) och kortast för Hemtjänst Norr (91 dagar).',
  ],
  [
    'numbers of at units',
    { ...COUNT, others: [at(2, 30), at(3, 12)], more: PLACES },
    'Antalet placeringar var 42 under januari–juni 2023. Störst var antalet för Hemtjänst Norr (30) och minst för Hemtjänst Söder (12).',
  ],
  [
    'none at a unit',
    { ...VOLUME, others: [at(2, 5166), at(3, 0)], more: PLACES },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Störst var antalet för Hemtjänst Norr (5 166 dygn) och minst för Hemtjänst Söder (inga dygn).',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
