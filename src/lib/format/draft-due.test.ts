import { expect, test } from 'vitest';
import { aTarget } from '../../../tests/builders.ts';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import { atLeast, atMost, between, countBy, doneBy, rank, WORDS } from '../../../tests/rules.ts';

/* Targets of a part of a year, of a day, of a place, and those that nothing is held against, in words. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const COUNT = { title: 'Antal placeringar', unit: 'st', value: 42 } as const;
const VOLUME = { title: 'Belagda dygn', unit: 'dygn', value: 5166 } as const;
const CUMULATIVE = { indicator: { addsUp: 'cumulative' } } as const;
const LINEAR = { indicator: { addsUp: 'cumulative', hasLinearShare: true } } as const;

test.each<[string, Told, string]>([
  // Part of a year, days ---------------------------------------------------------------------------
  [
    'a count of part of the year',
    { ...COUNT, rule: atLeast(161), ...CUMULATIVE },
    'Antalet placeringar var 42 under januari–juni 2023. Målvärdet på minst 161 gäller hela året och bedöms vid årets slut.',
  ],
  [
    'reached already',
    { ...COUNT, rule: atLeast(40), ...CUMULATIVE },
    'Antalet placeringar var 42 under januari–juni 2023, 2 fler än målvärdet på minst 40: uppnått.',
  ],
  [
    'under a ceiling so far',
    { ...COUNT, rule: atMost(161), ...CUMULATIVE },
    'Antalet placeringar var 42 under januari–juni 2023. Målvärdet på högst 161 gäller hela året och bedöms vid årets slut.',
  ],
  [
    'a linear share, behind',
    { ...COUNT, rule: atLeast(96), ...LINEAR },
    'Antalet placeringar var 42 under januari–juni 2023, 6 färre än de 48 som årets målvärde motsvarar till och med juni och som därmed inte nås så här långt.',
  ],
  [
    'a linear share, ahead',
    { ...COUNT, rule: atLeast(60), ...LINEAR },
    'Antalet placeringar var 42 under januari–juni 2023, 12 fler än de 30 som årets målvärde motsvarar till och med juni och som därmed nås så här långt.',
  ],
  [
    'a linear share, level',
    { ...COUNT, rule: atLeast(84), ...LINEAR },
    'Antalet placeringar var 42 under januari–juni 2023, lika med de 42 som årets målvärde motsvarar till och med juni och som därmed nås så här långt.',
  ],
  [
    'a linear share that is uneven',
    { ...COUNT, rule: atLeast(161), ...LINEAR, period: '2023-T1' },
    'Antalet placeringar var 42 under tertial 1 2023, 11,7 färre än de 53,7 som årets målvärde motsvarar till och med april och som därmed inte nås så här långt.',
  ],
  [
    'a number by a day to come',
    { ...COUNT, rule: countBy(161) },
    'Antalet placeringar var 42 under januari–juni 2023. Målvärdet på minst 161 senast den 31 december 2023 bedöms när den dagen har kommit.',
  ],
  [
    'a number by a day, reached',
    { ...COUNT, rule: countBy(40) },
    'Antalet placeringar var 42 under januari–juni 2023, 2 fler än målvärdet på minst 40 senast den 31 december 2023: uppnått.',
  ],
  [
    'a number by a day that has passed',
    { ...COUNT, rule: countBy(50, '2023-06-30') },
    'Antalet placeringar var 42 under januari–juni 2023, 8 färre än målvärdet på minst 50 senast den 30 juni 2023: ej uppnått.',
  ],
  [
    'a number too late',
    { ...COUNT, rule: countBy(40, '2023-03-31') },
    'Antalet placeringar var 42 under januari–juni 2023, 2 fler än målvärdet på minst 40 senast den 31 mars 2023, men först efter den dagen.',
  ],
  [
    'done in time',
    { title: 'Kartlagd process', unit: '', value: 1, rule: doneBy(), period: '2023-05-31' },
    'Kartlagd process redovisas som klart den 31 maj 2023, i tid till måldagen den 31 december 2023.',
  ],
  [
    'not done, and not yet due',
    { title: 'Kartlagd process', unit: '', value: 0, rule: doneBy() },
    'Kartlagd process redovisas som inte klart den 30 juni 2023. Målet, klart senast den 31 december 2023, bedöms när den dagen har kommit.',
  ],
  [
    'not done though it is due',
    { title: 'Kartlagd process', unit: '', value: 0, rule: doneBy('2023-06-30') },
    'Kartlagd process redovisas som inte klart den 30 juni 2023, trots att måldagen var den 30 juni 2023.',
  ],
  [
    'done too late',
    {
      title: 'Kartlagd process',
      unit: '',
      value: 1,
      rule: doneBy('2023-03-31'),
      period: '2023-05-31',
    },
    'Kartlagd process redovisas som klart den 31 maj 2023, efter måldagen den 31 mars 2023.',
  ],
  // Places -----------------------------------------------------------------------------------------
  [
    'a reported place',
    {
      title: 'Placering i näringslivsranking',
      unit: '',
      value: 10,
      better: 'lower',
      rule: rank(8),
    },
    'Placeringen i näringslivsranking var plats 10 under januari–juni 2023, 2 placeringar sämre än målet plats 8 eller bättre: ej uppnått.',
  ],
  [
    'one place better',
    { title: 'Placering i näringslivsranking', unit: '', value: 7, better: 'lower', rule: rank(8) },
    'Placeringen i näringslivsranking var plats 7 under januari–juni 2023, 1 placering bättre än målet plats 8 eller bättre: uppnått.',
  ],
  [
    'the place itself',
    { title: 'Placering i näringslivsranking', unit: '', value: 8, better: 'lower', rule: rank(8) },
    'Placeringen i näringslivsranking var plats 8 under januari–juni 2023, lika med målet plats 8 eller bättre: uppnått.',
  ],
  [
    'no place can be told',
    { rule: rank(8, false) },
    'Väntetiden var 102 dagar under januari–juni 2023. Målet plats 8 eller bättre kan inte bedömas: för få kommuner har utfall att jämföra med, eller måttet saknar riktning.',
  ],
  // Not held ---------------------------------------------------------------------------------------
  [
    'no target',
    { indicator: { isCompared: true } },
    'Väntetiden var 102 dagar under januari–juni 2023. Inget målvärde är satt för 2023.',
  ],
  ['followed without a target', {}, 'Väntetiden var 102 dagar under januari–juni 2023.'],
  [
    'a target in words',
    { rule: WORDS },
    'Väntetiden var 102 dagar under januari–juni 2023. Målet är satt i ord: Redovisa vilka.',
  ],
  [
    'a target in words, and no value',
    { rule: WORDS, value: null },
    'Det finns ännu inget utfall för väntetiden. Målet är satt i ord: Redovisa vilka.',
  ],
  [
    'a budget as a target',
    { ...VOLUME, rule: { kind: 'reference', value: 5000 } },
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023. Budgeten är 5 000 dygn.',
  ],
  [
    'a target of the year to come',
    { ...PERCENT, rule: atLeast(80), targets: [aTarget({ id: 2, year: 2024, rule: atLeast(85) })] },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023, 4 procentenheter högre än målvärdet på minst 80 procent: uppnått. Målvärdet för 2024 är minst 85 procent.',
  ],
  [
    'a span to come',
    { ...PERCENT, targets: [aTarget({ id: 2, year: 2024, rule: between(80, 90) })] },
    'Andelen nöjda brukare var 84 procent under januari–juni 2023. Målspannet för 2024 är mellan 80 och 90 procent.',
  ],
  [
    'a place to come',
    { targets: [aTarget({ id: 2, year: 2024, rule: rank(5) })] },
    'Väntetiden var 102 dagar under januari–juni 2023. Målet för 2024 är plats 5 eller bättre.',
  ],
  [
    'words to come',
    { targets: [aTarget({ id: 2, year: 2024, rule: WORDS })] },
    'Väntetiden var 102 dagar under januari–juni 2023. Målet för 2024 är ”Redovisa vilka”.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
