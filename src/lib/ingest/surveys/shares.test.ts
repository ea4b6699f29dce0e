import { describe, expect, test } from 'vitest';
import { AFRAID, DECIDE, head, read } from '../../../../tests/surveys.ts';

const yes = ['U28518', 'Kulla', 'T', 75, 15, 20, 'value'];
const shareOnly = ['U28518', 'Kulla', 'T', 75, null, null, 'value'];

describe('the share of the answers, however the file is laid out', () => {
  test.each<[string, string, unknown[][]]>([
    [
      'a row for each answer',
      head(
        'Verksamhet;Enhet;Fråga;Kön;Svarsalternativ;Antal;Andel',
        `Gruppbostad LSS;Kulla;${DECIDE};Totalt;Ja;15;75,0 %`,
        `Gruppbostad LSS;Kulla;${DECIDE};Totalt;Ibland;3;15,0 %`,
        `Gruppbostad LSS;Kulla;${DECIDE};Totalt;Nej;2;10,0 %`,
        `Gruppbostad LSS;Kulla;${DECIDE};Totalt;Vet inte;4;`,
      ),
      [yes],
    ],
    [
      'places spelled in several ways',
      head(
        'Enhet;År;Verksamhet;Fråga;Svarsalternativ;Antal svar',
        `Kulla;2023;Gruppbostad;${DECIDE};Ja;15`,
        `kulla;2023;gruppbostad;${DECIDE.toUpperCase()};Ibland;3`,
        `KULLA ;2023;Gruppbostad;${DECIDE};Nej;2`,
      ),
      [yes],
    ],
    [
      'other columns in another order, with no shares',
      head(
        'Svarsalternativ,Antal svar,Frågetext,Boende,Insats,Mätår',
        `Nej,2,${DECIDE},Kulla,Gruppbostad,2026`,
        `Ja,15,${DECIDE},Kulla,Gruppbostad,2026`,
        `Ibland,3,${DECIDE},Kulla,Gruppbostad,2026`,
      ),
      [yes],
    ],
    [
      'shares of one alone',
      head(
        'Verksamhet;Enhet;Fråga;Svarsalternativ;Andel',
        `Gruppbostad;Kulla;${DECIDE};Ja;0,75`,
        `Gruppbostad;Kulla;${DECIDE};Ibland;0,15`,
        `Gruppbostad;Kulla;${DECIDE};Nej;0,10`,
      ),
      [shareOnly],
    ],
    [
      'shares in per cent alone, rounded each for itself',
      head(
        'Verksamhet;Enhet;Fråga;Alternativ;Andel (%)',
        `Gruppbostad;Kulla;${DECIDE};Ja;75,0`,
        `Gruppbostad;Kulla;${DECIDE};Ibland;15,1`,
        `Gruppbostad;Kulla;${DECIDE};Nej;10`,
      ),
      [shareOnly],
    ],
    [
      'shares of all, also of those who do not know',
      head(
        'Verksamhet;Enhet;Fråga;Svarsalternativ;Andel',
        `Gruppbostad;Kulla;${DECIDE};Ja;60 %`,
        `Gruppbostad;Kulla;${DECIDE};Ibland;12 %`,
        `Gruppbostad;Kulla;${DECIDE};Nej;8 %`,
        `Gruppbostad;Kulla;${DECIDE};Vet inte;20 %`,
      ),
      [shareOnly],
    ],
    [
      'shares without the answer that nobody gave',
      head(
        'Verksamhet;Enhet;Fråga;Svarsalternativ;Andel',
        `Gruppbostad;Kulla;${DECIDE};Ibland;80 %`,
        `Gruppbostad;Kulla;${DECIDE};Nej;20 %`,
      ),
      [['U28518', 'Kulla', 'T', 0, null, null, 'value']],
    ],
    [
      'how many answered on every row',
      head(
        'Verksamhet;Enhet;Fråga;Svarsalternativ;Andel;Antal svar',
        `Gruppbostad;Kulla;${DECIDE};Ja;75 %;20`,
        `Gruppbostad;Kulla;${DECIDE};Nej;25 %;20`,
      ),
      [shareOnly],
    ],
    [
      'a column for each answer to the question of the row',
      head(
        'Verksamhet;Enhet;Kön;Fråga;Ja;Ibland;Nej;Vet inte',
        `Gruppbostad;Kulla;;${DECIDE};15;3;2;4`,
        `Gruppbostad;Kulla;Kvinnor;${AFRAID};1;2;7;0`,
      ),
      [yes, ['U28523', 'Kulla', 'K', 70, 7, 10, 'value']],
    ],
    [
      'counts and shares of each answer side by side',
      head(
        'Verksamhet;Enhet;Fråga;Ja (antal);Ja (andel);Nej (antal);Nej (andel)',
        `Gruppbostad;Kulla;${DECIDE};15;75 %;5;25 %`,
      ),
      [yes],
    ],
    [
      'counts and shares as groups over the answers',
      head(
        'Verksamhet;Enhet;Fråga;Antal;;Andel;',
        ';;;Ja;Nej;Ja;Nej',
        `Gruppbostad;Kulla;${DECIDE};15;5;75 %;25 %`,
      ),
      [yes],
    ],
    [
      'questions over answers',
      head(
        `Verksamhet;Enhet;${DECIDE};;;${AFRAID};;`,
        ';;Ja;Ibland;Nej;Aldrig;Ibland;Ofta',
        'Gruppbostad;Kulla;15;3;2;7;2;1',
      ),
      [yes, ['U28523', 'Kulla', 'T', 70, 7, 10, 'value']],
    ],
    [
      'questions over whole per cent',
      head(
        `Verksamhet;Enhet;${DECIDE};;`,
        ';;Ja;Ibland;Nej',
        'Gruppbostad;Kulla;75;15;10',
        'Gruppbostad;Åsen;70;20;10',
      ),
      [shareOnly, ['U28518', 'Åsen', 'T', 70, null, null, 'value']],
    ],
    [
      'question and answer in one header',
      head(
        `Verksamhet;Enhet;${DECIDE} Ja;${DECIDE} – Ibland;${DECIDE} [Nej]`,
        'Gruppbostad;Kulla;15;3;2',
      ),
      [yes],
    ],
    [
      'kommuner by codes that lost their zeros',
      head(
        'Kommun;Kommunkod;Verksamhet;Fråga;Mycket nöjd;Ganska nöjd;Varken eller;Ganska missnöjd;Mycket missnöjd',
        'Gnesta;461;Ekonomiskt bistånd;Hur nöjd är du sammantaget med stödet?;10;20;5;3;2',
      ),
      [['U31505', '0461', 'T', 75, 30, 40, 'value']],
    ],
    [
      'one question with two figures',
      head(
        'Kommun;Verksamhet;Fråga;Ja, svåra besvär;Ja, lätta besvär;Nej, inga besvär',
        'Gnesta;Hemtjänst;Händer det att du besväras av ensamhet?;10;30;60',
      ),
      [
        ['U21478', 'Gnesta', 'T', 10, 10, 100, 'value'],
        ['U01421', 'Gnesta', 'T', 40, 40, 100, 'value'],
      ],
    ],
    [
      'the medborgarundersökning, where the verksamhet is nobody’s',
      head(
        'Kommun;Fråga;Mycket bra;Ganska bra;Inte särskilt bra;Inte alls bra;Vet inte',
        'Gnesta;Hur tycker du att förskolan fungerar i din kommun?;40;35;15;10;50',
      ),
      [['N00530', 'Gnesta', 'T', 75, 75, 100, 'value']],
    ],
    [
      'a question that Kolada has no nyckeltal of for the verksamhet',
      head(
        'Verksamhet;Enhet;Fråga;Ja;Ibland;Nej',
        'Servicebostad;Kulla;Är ditt hem viktigt för dig?;15;3;2',
        ';Kulla;Trivs du hemma?;1;1;2',
      ),
      [
        ['Servicebostad: Är ditt hem viktigt för dig?', 'Kulla', 'T', 75, 15, 20, 'value'],
        ['Trivs du hemma?', 'Kulla', 'T', 25, 1, 4, 'value'],
      ],
    ],
  ])('%s', (_, text, figures) => {
    const found = read(text);
    expect(found.layout).toBe('survey-aggregate');
    expect(found.figures).toEqual(figures);
    expect(found.problems.map(({ code }) => code)).toEqual(
      text.includes(';461;') ? ['code-padded'] : [],
    );
  });
});
