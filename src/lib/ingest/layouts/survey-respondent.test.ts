import { describe, expect, test } from 'vitest';
import { AFRAID, DECIDE, head, read } from '../../../../tests/surveys.ts';

describe('a row for each person', () => {
  test.each([
    [
      'with a number on each',
      head(
        'Respondent;Svarsdatum;Kön;Ålder;Hur lätt är det att få kontakt?;Hur nöjd är du sammantaget?;Fritext',
        '1;2026-10-01;Kvinna;34;Mycket lätt;Mycket nöjd;Ring Kim på 070-123 45 67',
        '2;2026-10-02;Man;51;Ganska svårt;Ganska nöjd;',
      ),
      ['Respondent', 'Svarsdatum', 'Kön'],
    ],
    [
      'on a scale of figures',
      head('Id;Hur nöjd är du?;Hur trygg är du?', '1;5;4', '2;3;10'),
      ['Id', 'Hur nöjd är du?', 'Hur trygg är du?'],
    ],
    [
      'with no number at all',
      head('Trivs du hemma?;Är du rädd?;Blir du hörd?', 'Ja;Aldrig;Ibland', 'Nej;Ofta;Ja'),
      ['Trivs du hemma?', 'Är du rädd?', 'Blir du hörd?'],
    ],
  ])('%s is refused, and nothing of it told', (_, text, columns) => {
    const { layout, observations, problems } = read(text);
    expect(layout).toBe('survey-respondent');
    expect(observations).toEqual([]);
    // And which columns are of persons, which quotes no cell.
    const others = problems.filter(({ code }) => code !== 'personal-data');
    expect(others).toEqual([{ code: 'respondent-rows', line: 2, columns }]);
  });

  test.each([
    ['a list of things to do', head('Aktivitet;Ansvarig;Klar?', 'Städa;Kim;Ja', 'Laga;Alex;Nej')],
    ['a plain table', head('Enhet;Datum;Värde', 'Kulla;2026-01-01;5', 'Åsen;2026-01-02;6')],
    ['answers with no question', head('Datum;Svar', '2026-01-01;Ja', '2026-01-02;Nej')],
    [
      'statements of HME',
      head(
        'Id;Mitt arbete känns meningsfullt;Jag är insatt i min arbetsplats mål',
        '1;Ja;Nej',
        '2;Ja;Ja',
      ),
    ],
    ['means by question', head('Enhet;Fråga;Medel', `Kulla;${DECIDE};4,2`, `Åsen;${AFRAID};2,1`)],
  ])('is not %s', (_, text) => {
    expect(read(text).layout).not.toMatch(/^survey/);
  });
});
