import { expect, test } from 'vitest';
import { aScaleOf, draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import {
  atLeast,
  atMost,
  BETTER,
  between,
  DOWN,
  keep,
  percent,
  points,
  share,
  UP,
  within,
} from '../../../tests/rules.ts';

/* Yellow, spans, bases and the year before as targets, in words. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const COUNT = { title: 'Antal placeringar', unit: 'st', value: 42 } as const;
const KALMAR = { scales: [aScaleOf('Acceptabelt utfall', 'Nära värde', 'Ej acceptabelt utfall')] };
const GNESTA = { scales: [aScaleOf('Når målvärdet', 'Nära målvärdet', 'Når inte målvärdet')] };
const NO_SCALE = { plans: [] };

test.each<[string, Told, string]>([
  // Near -------------------------------------------------------------------------------------------
  [
    'nearly',
    { ...PERCENT, rule: atLeast(85, within(2)) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 1 procentenhet lägre än målvärdet på minst 85 procent: delvis uppnått.',
  ],
  [
    'nearly, by a share',
    { rule: atMost(100, share(0.05)) },
    'Väntetiden var 102 dagar under januari–juni 2023, 2 dagar längre än målvärdet på högst 100 dagar: delvis uppnått.',
  ],
  [
    'missed, and better than before',
    { rule: atMost(90, BETTER), before: 110, better: 'lower' },
    'Väntetiden var 102 dagar under januari–juni 2023, 12 dagar längre än målvärdet på högst 90 dagar: delvis uppnått. Det är 8 dagar kortare än samma period 2022, då den var 110 dagar, vilket är en förbättring.',
  ],
  [
    'in the words of the scale',
    { rule: atMost(90), more: KALMAR },
    'Väntetiden var 102 dagar under januari–juni 2023, 12 dagar längre än målvärdet på högst 90 dagar: ej acceptabelt utfall.',
  ],
  [
    'met, in the words of the scale',
    { rule: atMost(110), more: KALMAR },
    'Väntetiden var 102 dagar under januari–juni 2023, 8 dagar kortare än målvärdet på högst 110 dagar: acceptabelt utfall.',
  ],
  [
    'near, in the words of the scale',
    { rule: atMost(100, within(5)), more: KALMAR },
    'Väntetiden var 102 dagar under januari–juni 2023, 2 dagar längre än målvärdet på högst 100 dagar: nära värde.',
  ],
  [
    'a scale of reaching targets',
    { rule: atMost(100, within(5)), more: GNESTA },
    'Väntetiden var 102 dagar under januari–juni 2023, 2 dagar längre än målvärdet på högst 100 dagar, som därmed nästan nås.',
  ],
  [
    'no scale',
    { rule: atMost(90), more: NO_SCALE },
    'Väntetiden var 102 dagar under januari–juni 2023, 12 dagar längre än målvärdet på högst 90 dagar, som därmed inte nås.',
  ],
  // Spans, bases -----------------------------------------------------------------------------------
  [
    'within a span',
    { ...PERCENT, rule: between(80, 90) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, inom målspannet mellan 80 och 90 procent: uppnått.',
  ],
  [
    'under a span',
    { ...PERCENT, rule: between(86, 90) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 2 procentenheter under målspannet mellan 86 och 90 procent: ej uppnått.',
  ],
  [
    'over a span',
    { ...PERCENT, rule: between(70, 80) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 4 procentenheter över målspannet mellan 70 och 80 procent: ej uppnått.',
  ],
  [
    'a span of an index',
    { title: 'Nöjdhet', unit: 'index', value: 79, rule: between(80, 90) },
    'Nöjdheten var index 79 under januari–juni 2023, 1 enhet under målspannet mellan index 80 och 90: ej uppnått.',
  ],
  [
    'an index that is kept',
    { title: 'Nöjdhet', unit: 'index', value: 79, rule: keep(80, 2) },
    'Nöjdheten var index 79 under januari–juni 2023, inom målspannet index 80 ± 2: uppnått.',
  ],
  [
    'exactly',
    { ...COUNT, rule: between(42, 42) },
    'Antalet placeringar var 42 under januari–juni 2023, lika med målvärdet på exakt 42: uppnått.',
  ],
  [
    'kept',
    { ...PERCENT, rule: keep(85, 2) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, inom målspannet 85 ± 2 procent: uppnått.',
  ],
  [
    'not kept',
    { ...PERCENT, rule: keep(80, 2) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 2 procentenheter över målspannet 80 ± 2 procent: ej uppnått.',
  ],
  [
    'per cent more than a base',
    { ...COUNT, rule: percent(40, 10) },
    'Antalet placeringar var 42 under januari–juni 2023, 2 färre än målvärdet på minst 44 (10 procent över 40): ej uppnått.',
  ],
  [
    'per cent fewer',
    { ...COUNT, rule: percent(40, -10) },
    'Antalet placeringar var 42 under januari–juni 2023, 6 fler än målvärdet på högst 36 (10 procent under 40): ej uppnått.',
  ],
  [
    'points more',
    { ...PERCENT, rule: points(80, 3) },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 1 procentenhet högre än målvärdet på minst 83 procent (3 procentenheter över 80): uppnått.',
  ],
  [
    'per cent of nought',
    { ...COUNT, rule: percent(0, 10) },
    'Antalet placeringar var 42 under januari–juni 2023. Målet är en förändring i procent, och det går inte att räkna procent på basvärdet 0.',
  ],
  [
    'better than the year before',
    { better: 'lower', rule: DOWN, before: 110 },
    'Väntetiden var 102 dagar under januari–juni 2023. Målet, ett lägre utfall än året före, nås. Utfallet är 8 dagar kortare än samma period 2022, då det var 110 dagar, vilket är en förbättring.',
  ],
  [
    'not better',
    { ...PERCENT, better: 'higher', rule: UP, before: 86 },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Målet, ett högre utfall än året före, nås inte. Utfallet är 2 procentenheter lägre än samma period 2022, då andelen var 86 procent, vilket är en försämring.',
  ],
  [
    'level with the year before is not better',
    { better: 'lower', rule: DOWN, before: 102 },
    'Väntetiden var 102 dagar under januari–juni 2023. Målet, ett lägre utfall än året före, nås inte. Utfallet är oförändrat jämfört med samma period 2022.',
  ],
  [
    'nothing to be better than',
    { better: 'lower', rule: DOWN },
    'Väntetiden var 102 dagar under januari–juni 2023. Målet, ett lägre utfall än året före, kan inte bedömas, eftersom det inte finns något jämförbart utfall från då.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
