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
    [
      'by numbered questions',
      head('ID;Fråga 1;Fråga 2;Fråga 3;Fritext', '1;Mycket lätt;Ja;5;Bra', '2;Ganska lätt;Nej;4;'),
      ['ID', 'Fråga 1', 'Fråga 2'],
    ],
    [
      'by a number on each, and one question',
      head('SvarsID;Enhet;Fråga 1;Kommentar', '1;Kulla;4;', '2;Kulla;5;Bra'),
      ['SvarsID', 'Fråga 1', 'Kommentar'],
    ],
    [
      'by questions that are numbers alone',
      head('E-post;Q1;Q2;Q3', 'a@x.se;1;2;5', 'b@x.se;3;4;5'),
      ['E-post', 'Q1', 'Q2'],
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
    ['numbered questions of units', head('Enhet;Q1;Q2;Q3', 'Kulla;1;2;3', 'Åsen;3;4;5')],
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
