import { expect, test } from 'vitest';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';

/* What an indicator’s value is: data → the sentence a report would have. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const COUNT = { title: 'Antal placeringar', unit: 'st', value: 42 } as const;
const COST = { title: 'Dygnskostnad boendestöd', unit: 'kr/dygn', value: 361 } as const;
const INDEX = { title: 'HME-index', unit: 'index', value: 79 } as const;
const VOLUME = { title: 'Belagda dygn', unit: 'dygn', value: 5166 } as const;

test.each<[string, Told, string]>([
  // How it is spoken of ----------------------------------------------------------------------------
  [
    'a noun that is known, alone',
    { title: 'Väntetid' },
    'Väntetiden var 102 dagar under januari–juni 2023.',
  ],
  [
    'with what it is of',
    { title: 'Väntetid till särskilt boende' },
    'Väntetiden till särskilt boende var 102 dagar under januari–juni 2023.',
  ],
  [
    'an adjective before it',
    { title: 'Total sjukfrånvaro', unit: '%', value: 6.8, decimals: 1 },
    'Den totala sjukfrånvaron var 6,8 procent under januari–juni 2023.',
  ],
  [
    'a mean',
    { title: 'Väntetid till särskilt boende, medelvärde' },
    'Väntetiden till särskilt boende var i genomsnitt 102 dagar under januari–juni 2023.',
  ],
  [
    'a mean that says so itself',
    { title: 'Genomsnittlig väntetid' },
    'Den genomsnittliga väntetiden var 102 dagar under januari–juni 2023.',
  ],
  [
    'a cost of something',
    COST,
    'Dygnskostnaden för boendestöd var 361 kronor per dygn under januari–juni 2023.',
  ],
  ['a share', PERCENT, 'Andelen nöjda brukare var 84 procent under januari–juni 2023.'],
  [
    'a share with its sign in the title',
    { ...PERCENT, title: 'Andel (%) av sjukfrånvaron' },
    'Andelen av sjukfrånvaron var 84 procent under januari–juni 2023.',
  ],
  [
    'a share in Kolada’s way',
    { ...PERCENT, title: 'Brukarbedömning hemtjänst, helhetssyn, andel (%)' },
    'Utfallet för ”Brukarbedömning hemtjänst, helhetssyn” var 84 procent under januari–juni 2023.',
  ],
  ['a number of', COUNT, 'Antalet placeringar var 42 under januari–juni 2023.'],
  [
    'a number of people',
    { title: 'Antal anställda', unit: 'anställda', value: 335 },
    'Antalet anställda var 335 under januari–juni 2023.',
  ],
  ['an index', INDEX, 'HME-index var 79 under januari–juni 2023.'],
  [
    'an index by another name',
    { ...INDEX, title: 'Hållbart medarbetarengagemang' },
    'Utfallet för hållbart medarbetarengagemang var index 79 under januari–juni 2023.',
  ],
  [
    'a name that is no noun of ours',
    VOLUME,
    'Utfallet för belagda dygn var 5 166 dygn under januari–juni 2023.',
  ],
  [
    'a name of its own capital',
    { ...PERCENT, title: 'SoL-ansökningar på nätet' },
    'Utfallet för SoL-ansökningar på nätet var 84 procent under januari–juni 2023.',
  ],
  [
    'a name with a comma',
    { ...VOLUME, title: 'Hemtjänst, omsorg' },
    'Utfallet för ”Hemtjänst, omsorg” var 5 166 dygn under januari–juni 2023.',
  ],
  [
    'a name with a colon',
    { ...PERCENT, title: 'Nöjda med stödet: hemtjänst' },
    'Utfallet för ”Nöjda med stödet: hemtjänst” var 84 procent under januari–juni 2023.',
  ],
  [
    'a sentence for a name',
    { ...PERCENT, title: 'Genomförandeplanen är aktuell.' },
    'Utfallet för ”Genomförandeplanen är aktuell” var 84 procent under januari–juni 2023.',
  ],
  [
    'quotation marks within',
    { ...PERCENT, title: 'Enkäten ”Min chef”, del 1' },
    'Utfallet för ”Enkäten ’Min chef’, del 1” var 84 procent under januari–juni 2023.',
  ],
  [
    'the short name before the long',
    { indicator: { short: 'Kötid' } },
    'Kötiden var 102 dagar under januari–juni 2023.',
  ],
  [
    'no name at all',
    { title: ' ' },
    'Utfallet för indikatorn var 102 dagar under januari–juni 2023.',
  ],
  [
    'an empty unit',
    { title: 'Bemanning', unit: '', value: 1.5, decimals: 1 },
    'Bemanningen var 1,5 under januari–juni 2023.',
  ],
  [
    'a unit per something that the name says',
    { title: 'Medelbistånd per månad', unit: 'kr/månad', value: 9384 },
    'Medelbiståndet per månad var 9 384 kronor under januari–juni 2023.',
  ],
  // Numbers ----------------------------------------------------------------------------------------
  ['one', { value: 1 }, 'Väntetiden var 1 dag under januari–juni 2023.'],
  ['two', { value: 2 }, 'Väntetiden var 2 dagar under januari–juni 2023.'],
  ['nought of a time', { value: 0 }, 'Väntetiden var 0 dagar under januari–juni 2023.'],
  [
    'nought of things',
    { ...VOLUME, value: 0 },
    'Inga dygn redovisas för belagda dygn under januari–juni 2023.',
  ],
  [
    'nought of a number of',
    { ...COUNT, value: 0 },
    'Antalet placeringar var 0 under januari–juni 2023.',
  ],
  [
    'nought per cent is no none',
    { ...PERCENT, value: 0 },
    'Andelen nöjda brukare var 0 procent under januari–juni 2023.',
  ],
  [
    'below nought',
    { title: 'Förändring', unit: '%', value: -75 },
    'Förändringen var −75 procent under januari–juni 2023.',
  ],
  [
    'kronor below nought',
    { title: 'Resultat', unit: 'mnkr', value: -19.4, decimals: 1 },
    'Resultatet var −19,4 miljoner kronor under januari–juni 2023.',
  ],
  [
    'thousands',
    { title: 'Total kostnad', unit: 'kr', value: 1234567 },
    'Den totala kostnaden var 1 234 567 kronor under januari–juni 2023.',
  ],
  [
    'tiny',
    { title: 'Andel fel', unit: '%', value: 0.04, decimals: 2 },
    'Andelen fel var 0,04 procent under januari–juni 2023.',
  ],
  [
    'as many decimals as the indicator has',
    { ...PERCENT, value: 84, decimals: 1 },
    'Andelen nöjda brukare var 84,0 procent under januari–juni 2023.',
  ],
  // When -------------------------------------------------------------------------------------------
  [
    'a year',
    { period: '2022', measure: { source: 'kolada' } },
    'Väntetiden var 102 dagar under 2022.',
  ],
  ['a tertial', { period: '2023-T1' }, 'Väntetiden var 102 dagar under tertial 1 2023.'],
  ['a quarter', { period: '2023-Q2' }, 'Väntetiden var 102 dagar under kvartal 2 2023.'],
  ['a month', { period: '2023-05' }, 'Väntetiden var 102 dagar i maj 2023.'],
  ['a day', { period: '2023-08-31' }, 'Väntetiden var 102 dagar den 31 augusti 2023.'],
  [
    'days',
    { period: '2023-03-06..2023-03-19' },
    'Väntetiden var 102 dagar från den 6 mars till den 19 mars 2023.',
  ],
  [
    'days of two years',
    { period: '2022-12-28..2023-01-10' },
    'Väntetiden var 102 dagar från den 28 december 2022 till den 10 januari 2023.',
  ],
  ['a läsår', { period: '2022/2023' }, 'Väntetiden var 102 dagar läsåret 2022/2023.'],
  ['a term', { period: '2023-VT' }, 'Väntetiden var 102 dagar vårterminen 2023.'],
  [
    'not stated',
    { period: '..2023-08-31' },
    'Väntetiden var 102 dagar till och med den 31 augusti 2023.',
  ],
  [
    'measured in a month of it',
    { now: { measuredOn: '2023-05-31' } },
    'Väntetiden var 102 dagar under januari–juni 2023 (mätt i maj 2023).',
  ],
  [
    'measured on a day of it',
    { now: { measuredOn: '2023-05-15' } },
    'Väntetiden var 102 dagar under januari–juni 2023 (mätt den 15 maj 2023).',
  ],
  [
    'preliminary',
    { now: { isPreliminary: true } },
    'Väntetiden var preliminärt 102 dagar under januari–juni 2023.',
  ],
  [
    'a preliminary mean',
    { title: 'Väntetid, medelvärde', now: { isPreliminary: true } },
    'Väntetiden var preliminärt i genomsnitt 102 dagar under januari–juni 2023.',
  ],
  ['too old', { period: '2021' }, 'Det senaste utfallet för väntetiden, 102 dagar, avser 2021.'],
  [
    'too old, of a month',
    { ...VOLUME, period: '2022-12' },
    'Det senaste utfallet för belagda dygn, 5 166 dygn, avser december 2022.',
  ],
  [
    'too old, not stated',
    { period: '..2021-12-31' },
    'Det senaste utfallet för väntetiden, 102 dagar, gäller till och med den 31 december 2021.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
