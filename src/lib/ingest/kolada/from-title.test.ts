import { expect, test } from 'vitest';
import { kindIn, measuredBy, sourceIn, unitIn } from './from-title.ts';

/* Titles of Kolada's, as they were in April 2026. */
test.each<[string, string | null, string | null, string | null]>([
  ['Intäkter kommunen totalt, kr/inv', null, 'kr/inv', 'kr/inv'],
  ['Kostnad äldreomsorg, kr/inv 65+', null, 'kr/inv 65+', 'kr/inv 65+'],
  ['Anmälda våldsbrott, antal/100 000 inv', null, 'antal/100 000 inv', 'antal/100 000 inv'],
  ['Nettokostnadsavvikelse totalt (exkl. LSS), andel (%)', null, '%', 'andel (%)'],
  ['Uppräkningsfaktor, %', null, '%', '%'],
  ['Personalkontinuitet, antal personal, medelvärde (- 2024)', 'mean', 'antal', 'medelvärde'],
  ['Väntetid i antal dagar', null, 'dagar', null],
  ['Brukarbedömning, färre än 30 svarande ( Ja=1, Nej=0)', 'flag_0_1', null, null],
  ['Medborgarundersökningen - Antal svar', 'answers', 'antal', null],
  ['Medborgarundersökningen - Svarsfrekvens, andel (%)', 'response_rate', '%', 'andel (%)'],
  ['Osäkerhetstal, andel (%)', 'margin', '%', 'andel (%)'],
  ['Lön, median', 'median', null, 'median'],
  ['Medarbetarengagemang (HME) totalt kommunen - Totalindex', 'index', null, null],
  ['Företagsklimat, index', 'index', null, 'index'],
  ['Medellivslängd män, år', null, null, null],
])('%s', (title, kind, unit, last) => {
  expect([kindIn(title), unitIn(title), measuredBy(title)]).toEqual([kind, unit, last]);
});

test.each([
  ['Externa intäkter … Källa: SCB.', 'SCB'],
  ['Medelvärde. Källa: Egen undersökning i\nkommunen', 'Egen undersökning i kommunen'],
  ['Källa: Socialstyrelsen', 'Socialstyrelsen'],
  ['Utan', null],
  ['', null],
])('the source in %j', (description, source) => expect(sourceIn(description)).toBe(source));
