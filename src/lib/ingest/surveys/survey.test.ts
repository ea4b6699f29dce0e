import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

/* Made-up files of surveys in every layout they may come in; none of them is one that was collected. */

const DECIDE = 'Får du bestämma om saker som är viktiga för dig hemma?';
const AFRAID = 'Är du rädd för något hemma?';

function read(text: string, answers: Record<string, string> = {}) {
  const { layout, observations, problems } = readFile(
    { name: 'fil.csv', bytes: Buffer.from(text) },
    { ...NO_CHOICES, answers },
  );
  return {
    layout,
    problems: problems.filter(({ code }) => !['no-period', 'ignored-column'].includes(code)),
    figures: toArray(observations).map((o) => [
      ...[o.indicator, o.place, o.sex, o.value === null ? null : Math.round(o.value * 100) / 100],
      ...[o.numerator, o.denominator, o.state],
    ]),
    observations: toArray(observations),
  };
}

const head = (header: string, ...rows: string[]) => [header, ...rows, ''].join('\n');
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

const rows = (...answers: string[]) =>
  head(
    'Verksamhet;Enhet;Fråga;Svarsalternativ;Antal;Andel',
    ...answers.map((one) => `Gruppbostad;${one}`),
  );

describe('what is no figure', () => {
  test.each<[string, string, unknown[]]>([
    ['one count that is hidden', `Kulla;${DECIDE};Nej;<5;`, [null, 'suppressed', '<5']],
    [
      'a hidden count of those who do not know',
      `Kulla;${DECIDE};Vet inte;X;`,
      [null, 'suppressed', 'X'],
    ],
    ['a count that is not there', `Kulla;${DECIDE};Nej;-;`, [null, 'missing', '-']],
    ['one that cannot be', `Kulla;${DECIDE};Nej;.;`, [null, 'not_applicable', '.']],
  ])('%s', (_, row, expected) => {
    const { observations } = read(rows(`Kulla;${DECIDE};Ja;15;`, `Kulla;${DECIDE};Ibland;3;`, row));
    expect(observations.map(({ value, state, printed }) => [value, state, printed])).toEqual([
      expected,
    ]);
  });

  test('nobody answered', () => {
    const { observations } = read(rows(`Kulla;${DECIDE};Ja;0;`, `Kulla;${DECIDE};Nej;0;`));
    expect(observations).toMatchObject([{ value: null, state: 'missing', printed: '', n: 0 }]);
  });

  test('sums of the units, and a cell that is no number', () => {
    const found = read(
      rows(
        `Totalt;${DECIDE};Ja;15;`,
        `Kulla;${DECIDE};Ja;femton;`,
        `Kulla;${DECIDE};Nej;2;`,
        `Åsen;${DECIDE};Ja;8;`,
        `Åsen;${DECIDE};Nej;2;`,
      ),
    );
    expect(found.figures).toEqual([['U28518', 'Åsen', 'T', 80, 8, 10, 'value']]);
    expect(found.problems.map(({ code }) => code)).toEqual(['total-row', 'bad-number']);
  });

  test('those who answered and were asked are kept beside the share', () => {
    const text = head(
      'Kommun;Verksamhet;Antal svarande;Antal tillfrågade;Svarsfrekvens;Felmarginal;Fråga;Mycket nöjd;Ganska nöjd;Ganska missnöjd;Vet ej/Ingen åsikt',
      'Gnesta;Hemtjänst;61;96;63,5;2,1;Hur nöjd är du sammantaget?;30;20;10;1',
      'Solna;Hemtjänst;..;..;..;..;Hur nöjd är du sammantaget?;30;20;10;1',
    );
    expect(read(text).observations).toMatchObject([
      { indicator: 'U21468', n: 61, asked: 96, numerator: 50, denominator: 60 },
      { n: 61, asked: null, value: null, state: 'suppressed', printed: '..' },
    ]);
  });
});

describe('what is asked', () => {
  const LOCAL = 'Är du stolt över din kommun?';
  const local = rows(
    `Kulla;${LOCAL};Jättestolt;3;`,
    `Kulla;${LOCAL};Stolt;5;`,
    `Kulla;${LOCAL};Inte stolt;2;`,
    `Kulla;${LOCAL};Vet ej;9;`,
  );

  test.each([
    ['', []],
    ['first', [30]],
    ['first-two', [80]],
    ['last-two', [70]],
    ['last', [20]],
    ['ignore', []],
  ])('which answers to a question that nobody knows count: %s', (answer, values) => {
    const found = read(local, answer === '' ? {} : { [`unknown-question|${LOCAL}`]: answer });
    expect(found.observations.map(({ value }) => value)).toEqual(values);
    expect(found.problems).toEqual([
      {
        code: 'unknown-question',
        ...{ line: 2, column: 'Fråga', value: LOCAL, indicator: LOCAL, lines: 1 },
        options: ['Jättestolt', 'Stolt', 'Inte stolt'],
      },
    ]);
  });

  test('once for all groups of a question, and of a placed child', () => {
    const text = head(
      'Verksamhet;Enhet;Fråga;Ja, ofta;Ja, ibland;Nej, sällan;Nej, aldrig;Vet inte',
      'Familjehem;Kulla;Trivs du?;5;3;2;1;0',
      'HVB;Åsen;Trivs du?;5;3;2;1;0',
    );
    const { problems } = read(text);
    expect(problems).toMatchObject([{ code: 'unknown-question', lines: 2, value: 'Trivs du?' }]);
  });

  test.each<[string, string, Record<string, unknown>]>([
    [
      'an answer that other groups have',
      rows(`Kulla;${DECIDE};Ja;3;`, `Kulla;${DECIDE};Nej;5;`, `Åsen;${DECIDE};Nej;5;`),
      { code: 'missing-options', line: 4, column: 'Antal', value: 'Ja', lines: 1 },
    ],
    [
      'an answer that counts and nobody has',
      rows(`Kulla;${DECIDE};Ibland;3;`, `Kulla;${DECIDE};Nej;5;`),
      { code: 'missing-options', line: 2, value: 'ja', indicator: DECIDE },
    ],
    [
      'a share that is another than the counts say',
      rows(`Kulla;${DECIDE};Ja;3;80 %`, `Kulla;${DECIDE};Nej;3;20 %`),
      { code: 'share-differs', line: 2, column: 'Antal', value: 'Ja' },
    ],
    [
      'shares that make no hundred',
      rows(`Kulla;${DECIDE};Ja;;80 %`, `Kulla;${DECIDE};Nej;;60 %`),
      { code: 'shares-off', line: 2, column: 'Antal', value: DECIDE },
    ],
    [
      'an answer told of twice',
      rows(`Kulla;${DECIDE};Ja;3;`, `Kulla;${DECIDE};Nej;5;`, `Kulla;${DECIDE};Ja;4;`),
      { code: 'duplicate-row', line: 4, lines: [2, 4] },
    ],
    [
      'a row without a question',
      rows(`Kulla;${DECIDE};Ja;3;`, `Kulla;${DECIDE};Nej;5;`, 'Kulla;;Ja;4;'),
      { code: 'empty-cell', line: 4, column: 'Fråga' },
    ],
    [
      'kommuner beside units of several of them',
      head(
        'Kommun;Enhet;Verksamhet;Fråga;Ja;Nej',
        `Gnesta;Kulla;Gruppbostad;${DECIDE};5;5`,
        `Solna;Åsen;Gruppbostad;${DECIDE};5;5`,
      ),
      { code: 'unused-column', column: 'Kommun' },
    ],
    [
      'a column that may mean something',
      head('Enhet;Regi;Fråga;Ja;Nej', `Kulla;Enskild;${DECIDE};5;5`),
      { code: 'unused-column', column: 'Regi' },
    ],
    [
      'a sex that nobody knows',
      head('Enhet;Kön;Fråga;Ja;Nej', `Kulla;Blå;${DECIDE};5;5`),
      { code: 'unknown-value', line: 2, column: 'Kön', value: 'Blå' },
    ],
    [
      'a period that nobody knows',
      head('Enhet;År;Fråga;Ja;Nej', `Kulla;Blå;${DECIDE};5;5`),
      { code: 'bad-period', line: 2, column: 'År', value: 'Blå' },
    ],
    [
      'no period where others have one',
      head('Enhet;År;Fråga;Ja;Nej', `Kulla;2026;${DECIDE};5;5`, `Åsen;;${DECIDE};5;5`),
      { code: 'empty-cell', line: 3, column: 'År' },
    ],
  ])('%s', (_, text, expected) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems).toMatchObject([expected]);
  });
});

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
    expect(problems).toEqual([{ code: 'respondent-rows', line: 2, columns }]);
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
