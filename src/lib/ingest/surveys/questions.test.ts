import { expect, test } from 'vitest';
import { questionOf, surveyOfName } from './questions.ts';
import { serviceOf, surveyOfTitle } from './services.ts';

test.each([
  ['Brukarbedömning hemtjänst äldreomsorg -  helhetssyn, andel (%)', 'aldre'],
  ['Brukarbedömning gruppbostad LSS  - Brukaren trivs alltid hemma, andel (%)', 'lss'],
  ['Brukarbedömning Personlig assistans - Brukaren trivs, andel (%)', 'lss'],
  ['Brukarbedömning HVB - Brukaren trivs i boendet, andel (%)', 'ifo'],
  ['Brukarbedömning av något annat', null],
  ['Medborgarundersökningen - Antal svar', null],
])('a nyckeltal called %s is of %s', (title, survey) => {
  expect(surveyOfTitle(title)).toBe(survey);
});

test.each([
  ['Servicebostad: Är ditt hem viktigt för dig?', 'lss'],
  ['Hur nöjd är du med hemtjänsten?', 'aldre'],
  ['Är du rädd för något hemma?', 'lss'],
  ['Åsen: Är du rädd för något hemma?', 'lss'],
  ['Är du stolt över din kommun?', null],
])('a figure called %s is of %s', (name, survey) => {
  expect(surveyOfName(name)).toBe(survey);
});

test.each([
  ['Gruppbostad LSS', 'gruppbostad'],
  ['Särskilt boende', 'sarskiltBoende'],
  ['Bostad med särskild service', 'boendeSol'],
  ['Barn- och ungdomsvård, vårdnadshavare', 'vardnadshavare'],
  ['Gatukontoret', null],
])('%s is %s', (text, service) => {
  expect(serviceOf(text)).toBe(service);
});

test('a question that two surveys ask alike is of neither, where nobody says whom', () => {
  const wording = 'Hur nöjd eller missnöjd är du sammantaget?';
  expect(questionOf(wording, null)).toBeNull();
  expect(questionOf(wording, 'hemtjanst')?.survey).toBe('aldre');
  expect(questionOf(`Fråga 12: ${wording}`, 'missbruk')?.survey).toBe('ifo');
  expect(questionOf(wording, 'placerade')).toBeNull();
});
