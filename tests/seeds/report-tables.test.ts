import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { upperFirst } from '#lib/format/sv.ts';
import { headOf, reportOf, tableIn, tablesOf } from './reports.ts';

/*
 * The tables of the five boards, cell by cell: as printed where the paper printed, computed where we compute. What a
 * paper prints and we compute otherwise stands as a row of its own, with why.
 */

type Printed = {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const printedOf = (board: string): readonly Printed[] =>
  JSON.parse(readFileSync(`tests/fixtures/report/${board}.json`, 'utf8')) as Printed[];

/** What a cell says, whatever signs, capitals and units it is set with: "6,8 %", "6,8%" and 6.8 are one; nothing is '–'. */
function bare(cell: string | number | null): string {
  if (cell === null) return '–';
  const text = String(cell)
    .replace(/^\s*[-–]?\s*$/, '–')
    .replace(/^[-−]/, '−')
    .replace(/^\+/, '')
    .replace('.', ',')
    .replace(/[\s\u00a0\u202f]/g, '')
    .toLowerCase();
  const number = /^(−?\d+(?:,\d+)?)/.exec(text)?.[1];
  // "9,80" of the paper, 9.8 of its facts: the same number.
  return number === undefined ? text : number.replace(/(,\d*?)0+$/, '$1').replace(/,$/, '');
}

type Held = {
  readonly board: string;
  readonly namnd?: string;
  /** The table in the papers, and in the report: by words of its headings and caption. */
  readonly paper: string;
  readonly ours: string;
  /** Column of the paper → column of the report. */
  readonly columns: Readonly<Record<string, string>>;
  /** Row of the paper → row of the report; null for one that we have no row for. */
  readonly row: (head: string) => string | null;
  /** Cells that the paper prints and we compute otherwise: what it says, and what we do. */
  readonly computed?: Readonly<Record<string, readonly [string, string]>>;
};

const PERSONAL = {
  'Jan-aug 2021': 'Januari–augusti 2021',
  'Jan-aug 2022': 'Januari–augusti 2022',
  'Jan-jun 2023': 'Januari–juni 2023',
};
const VOLUMES = { '2021': '2021', '2022': '2022', 'Jan-Jun 2023': 'Januari–juni 2023' };

const sexWord = (head: string): string =>
  /kvinnor/i.test(head) ? 'Kvinnor' : /män/i.test(head) ? 'Män' : 'Totalt';

const mapped = (rows: Readonly<Record<string, string | null>>) => (head: string) => {
  const found = Object.entries(rows).find(([key]) => head.startsWith(key));
  return found ? found[1] : head;
};

const personal = (paper: string, ours: string, row = sexWord): Held => ({
  ...{ board: 'gnesta', paper, ours, columns: PERSONAL, row },
});

const volumes = (paper: string, rows: Readonly<Record<string, string>>): Held => ({
  ...{ board: 'gnesta', paper, ours: 'Volymer / Volymer', columns: VOLUMES, row: mapped(rows) },
});

const LSS_IN = 'LSS 9 § 9 interna utförare';
const LSS_OUT = 'LSS 9 § 9 externa utförare';
const SABO = 'SoL ÄO särskilt boende';
const SHORT = 'SoL ÄO korttidsboende';
const HOME = 'SoL ÄO hemtjänst';

/** Titles that the papers write otherwise than the plan of Gnesta. */
const GNESTA_TITLES: Readonly<Record<string, string | null>> = {
  Inriktningsmål: null,
  'Fortsättning Inriktningsmål': null,
  Väntetid:
    'Väntetid i antal dagar från ansökningsdatum till första erbjudet inflyttningsdatum till särskilt boende, medelvärde',
  Personalkontinuitet:
    'Personalkontinuitet, antal personal som en hemtjänsttagare möter under 14 dagar, medelvärde',
  'E-tjänst: Andel (%) digitala ansökningar avseende Orosanmälan':
    'E-tjänst: Andel digitala ansökningar, orosanmälan för barn eller vuxna samt ansökan',
  'E-tjänst: Andel (%) digitala ansökningar avseende insats':
    'E-tjänst: Andel digitala ansökningar, insats enligt socialtjänstlagen (SoL-ansökan)',
  'E-tjänst: Andel (%) digitala ansökningar avseende begäran':
    'E-tjänst: Andel digitala ansökningar, begäran om insatser enligt LSS',
  'E-tjänst: Andel (%) digitala ansökningar avseende Färdtjänst':
    'E-tjänst: Andel digitala ansökningar, färdtjänst och riksfärdtjänst',
  'Total sjukfrånvaro': 'Total sjukfrånvaro i % av arbetad tid',
  'Andel (%) av total': 'Andel (%) av total sjukfrånvaro som överstiger 59 dagar',
};

const GNESTA: readonly Held[] = [
  {
    ...{ board: 'gnesta', paper: 't-bilaga1', ours: 'Bilaga 1' },
    columns: {
      'Nuläge, jan-jun 2023': 'Nuläge, januari–juni 2023',
      'Målvärde 2023': 'Målvärde 2023',
      'Delår 2022': 'Föregående år',
    },
    row: mapped(GNESTA_TITLES),
  },
  personal('t-1', 'Antal anställda'),
  personal('t-2', 'Antal årsarbetare'),
  personal('t-3', 'Total sjukfrånvaro i procent'),
  personal('t-4', 'per åldersintervall', (head) => head),
  personal('t-5', 'Andel (%) av total sjukfrånvaro'),
  volumes('t-16', {
    'Antal belagda dygn, Gruppbofastad': `${LSS_IN}: belagda dygn: Gruppbostad 9 lägenheter`,
    'Antal belagda dygn, Servicebofastad': `${LSS_IN}: belagda dygn: Servicebostad 20 lägenheter`,
    'Antal belagda dygn totalt': `${LSS_IN}: belagda dygn`,
    'Beläggning, procent': `${LSS_IN}: beläggning`,
    'Antal unika personer, Gruppbofastad': `${LSS_IN}: unika personer: Gruppbostad`,
    'Antal unika personer, Servicebofastad': `${LSS_IN}: unika personer: Servicebostad`,
    'Antal unika personer totalt': `${LSS_IN}: unika personer`,
  }),
  volumes('t-17', {
    'Antal köpta dygn, Gruppbofastad': `${LSS_OUT}: köpta dygn: Gruppbostad`,
    'Antal köpta dygn, Servicebofastad': `${LSS_OUT}: köpta dygn: Servicebostad`,
    'Antal köpta dygn totalt': `${LSS_OUT}: köpta dygn`,
    'Antal unika personer, Gruppbofastad': `${LSS_OUT}: unika personer: Gruppbostad`,
    'Antal unika personer, Servicebofastad': `${LSS_OUT}: unika personer: Servicebostad`,
    'Antal unika personer totalt': `${LSS_OUT}: unika personer`,
  }),
  volumes('t-18', {
    'Antal belagda dygn, Soma': `${SABO}: belagda dygn: Soma 40 lägenheter`,
    'Antal belagda dygn, Demens': `${SABO}: belagda dygn: Demens 47 lägenheter`,
    'Antal belagda dygn totalt': `${SABO}: belagda dygn`,
    'Beläggning, procent': `${SABO}: beläggning`,
    'Antal unika personer totalt': `${SABO}: unika personer`,
  }),
  volumes('t-19', {
    'Antal belagda dygn, Kortvård': `${SHORT}: belagda dygn: Kortvård`,
    'Antal belagda dygn, Växelvård': `${SHORT}: belagda dygn: Växelvård`,
    'Antal belagda dygn, Sålda': `${SHORT}: belagda dygn: Sålda platser andra kommuner`,
    'Antal belagda dygn totalt': `${SHORT}: belagda dygn`,
    'Beläggning, procent': `${SHORT}: beläggning`,
    'Antal unika personer totalt': `${SHORT}: unika personer`,
  }),
  volumes('t-20', {
    'Utförd tid VBB': `${HOME}: utförd tid, timmar: VBB intern utförare`,
    'Utförd tid LOV': `${HOME}: utförd tid, timmar: LOV extern utförare`,
    'Utförd tid totalt': `${HOME}: utförd tid, timmar`,
    'Beställd/fördelad tid SoL': `${HOME}: beställd/fördelad tid, timmar: SoL`,
    'Beställd/fördelad tid HSL': `${HOME}: beställd/fördelad tid, timmar: HSL`,
    'Beställd/fördelad tid totalt': `${HOME}: beställd/fördelad tid, timmar`,
    Utförandegrad: `${HOME}: utförandegrad`,
    'Antal unika personer totalt': `${HOME}: unika personer`,
  }),
];

const sexes = (paper: string, ours: string, columns: Held['columns']): Held => ({
  ...{ board: 'kalmar', paper, ours, columns, row: (head) => head },
});

const KALMAR: readonly Held[] = [
  sexes('t-sjuk', 'Sjukfrånvaro, ackumulerad', {
    ...{ '2019': 'Kvartal 1 2019', '2020': 'Kvartal 1 2020' },
    ...{ '2021': 'Kvartal 1 2021', '2022': 'Kvartal 1 2022' },
  }),
  sexes('t-personal', 'Antal personer', {
    '2021 Antal personer': 'Till och med 31 december 2021',
    '2022 Antal personer': 'Till och med 30 april 2022',
  }),
  sexes('t-personal', 'Antal årsarbetare', {
    '2021 Antal årsarbetare': 'Till och med 31 december 2021',
    '2022 Antal årsarbetare': 'Till och med 30 april 2022',
  }),
  {
    ...sexes('t-langtidssjuk', 'långtidssjuk', {
      'mars 2022': 'Mars 2022',
      'nov 2021': 'November 2021',
    }),
    row: (head) =>
      head === 'Socialförvaltningen' ? 'Totalt' : head.replace('Verksamhetsområde', 'VO'),
  },
];

const HARNOSAND: readonly Held[] = (
  [
    ['Medel', 'Medelantal medarbetare per chef'],
    ['Min', 'Minsta antal medarbetare per chef'],
    ['Max', 'Största antal medarbetare per chef'],
  ] as const
).map(([word, ours]) => ({
  ...{ board: 'harnosand', paper: 'Antal anställda per chef', ours },
  columns: { '2023': '2023', '2022': '2022' },
  row: (head: string) =>
    !head.startsWith(word)
      ? null
      : head.includes('kvinnliga')
        ? 'Kvinnor'
        : head.includes('manliga')
          ? 'Män'
          : 'Totalt',
}));

const VAXHOLM: readonly Held[] = [
  {
    ...{ board: 'vaxholm', paper: 'SN volymbilaga 2022, T1', ours: 'Volymer / Volymer' },
    columns: {
      ...{ Enhet: 'Enhet', 'Budget Volym 2022': 'Budget, 2022' },
      ...{ 'utfall volym april': 'Utfall, tertial 1 2022' },
      'Budget volym april': 'Budget, tertial 1 2022',
      'Diff volym utfall/budget': 'Skillnad utfall mot budget',
    },
    row: (head) => head,
    computed: { 'Summa årsplats Säbo, Diff volym utfall/budget': ['−19,1', '−19,4'] },
  },
  {
    ...{ board: 'vaxholm', namnd: 'kommunstyrelsen' },
    paper: 'Checklista för jämställdhetsintegrering, poäng',
    ours: 'Checklista för jämställdhetsintegrering /',
    columns: {
      ...{ Uppstart: '1 Uppstart', BM1: '2 BM1', BM2: '3 BM2', BM3: '4 BM3' },
      Avslutningskonferens: 'Totalt',
    },
    row: (head) =>
      head === 'Summa poäng'
        ? 'Summa poäng, checklista för jämställdhetsintegrering'
        : `${head}, poäng`,
  },
];

const MONTHS = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');

/** Those that Fyren has the values of. */
const MONTHLY = printedOf('solna')
  .map(({ id }) => id)
  .filter((id) => id.includes(': '));

/** "Barn, 0-12 år: Familjehemsvård, antal personer" stands under its heading. */
const SOLNA: readonly Held[] = [
  ...MONTHLY.map((paper): Held => {
    const [group = '', title = ''] = paper.split(': ');
    return {
      ...{ board: 'solna', paper, ours: `${group} / ${title}`, row: (head) => head },
      columns: Object.fromEntries(MONTHS.map((month) => [month, upperFirst(month)])),
    };
  }),
  {
    ...{ board: 'solna', paper: 't-personal', ours: 'Väsentliga personalförhållanden /' },
    columns: { '2021': '2021', '2020': '2020', Förändring: 'Förändring' },
    row: mapped({
      '- varav kvinnor': 'Antal anställda: kvinnor',
      '- varav män': 'Antal anställda: män',
      'Sjukfrånvaro, %': 'Sjukfrånvaro',
      Hållbart: 'Hållbart medarbetarengagemang-index (HME)',
    }),
  },
];

describe.each([...GNESTA, ...KALMAR, ...HARNOSAND, ...VAXHOLM, ...SOLNA])(
  '$board, $paper',
  ({ board, namnd, paper, ours, columns, row, computed = {} }) => {
    const printed = printedOf(board).find(({ id }) => id === paper)!;
    const table = tableIn(reportOf(board, namnd), ours);
    const titles = table.columns.map(({ title }) => title);
    const cells = printed.rows.flatMap((cellsOf) => {
      const head = String(cellsOf[0]);
      const at = row(head);
      if (at === null) return [];
      const own = table.rows.find((one) => headOf(one) === at);
      return Object.entries(columns).map(
        ([theirs, title]) =>
          [
            `${head}, ${theirs}`,
            bare(cellsOf[printed.columns.indexOf(theirs)] ?? null),
            bare(own?.cells[titles.indexOf(title)]?.words ?? 'ingen cell'),
          ] as const,
      );
    });

    test(`${cells.length} cells are as printed`, () => {
      expect(cells.length).toBeGreaterThan(0);
      const differ = cells.filter(([, theirs, mine]) => theirs !== mine);
      expect(Object.fromEntries(differ.map(([cell, ...both]) => [cell, both]))).toEqual(computed);
    });
  },
);

const rowsOf = (board: string, id: string) => printedOf(board).find((one) => one.id === id)!.rows;

describe('Kalmar’s indicators, each under the goal it hangs on', () => {
  const tables = tablesOf(reportOf('kalmar')).filter(({ under }) => under.startsWith('Fördjupad'));
  /** Its table is empty, and the text beside it (rad 1315) has the figure. */
  const IN_PROSE = {
    title: 'SOC - Meningsfull DV/sysselsättning - färre avbrott',
    told: ['–', '−75', '–'],
  };
  const COLUMNS = ['Senaste utfall', 'Utfall', 'Mål 2022'];

  test.each(rowsOf('kalmar', 't-indikatorer').map((row) => [row[0], row[1], row] as const))(
    'rad %s, %s',
    (_, title, row) => {
      const told = tables.flatMap((table) =>
        table.rows
          .filter((one) => headOf(one) === title)
          .map((one) =>
            COLUMNS.map((column) => {
              const at = table.columns.findIndex(({ title: head }) => head.startsWith(column));
              return bare((one.cells[at]?.words ?? '–').replace('plats', ''));
            }),
          ),
      );
      const printed = row.slice(3).map(bare);
      expect(told).toContainEqual(title === IN_PROSE.title ? IN_PROSE.told : printed);
    },
  );
});

describe('Vaxholm’s NKI, with the benchmark beside', () => {
  const columns: Readonly<Record<string, string>> = {
    ...{ 'Andel kvinnor': 'Kvinnor', 'BM andel kvinnor': 'Benchmark NKI Bygglov, kvinnor' },
    ...{ 'Andel män': 'Män', 'BM andel män': 'Benchmark NKI Bygglov, män' },
    ...{ Kvinna: 'Kvinnor', 'BM kvinna': 'Benchmark NKI Bygglov, kvinnor' },
    ...{ Man: 'Män', 'BM man': 'Benchmark NKI Bygglov, män' },
  };
  test.each([
    ['NKI Bygglov, andel per kön', 'Andel svarande'],
    ['NKI Bygglov, nöjdhet per kön', 'nöjdhet'],
  ])('%s', (paper, ours) => {
    const { columns: heads, rows } = printedOf('vaxholm').find(({ id }) => id === paper)!;
    const table = tableIn(reportOf('vaxholm', 'stadsbyggnadsnamnden'), ours);
    const cells = rows.flatMap(([year, ...printed]) =>
      printed.map((cell, at) => {
        const own = table.rows.find((one) => headOf(one) === columns[heads[at + 1]!]);
        const of = table.columns.findIndex(
          ({ title }) => title !== '' && String(year).startsWith(title),
        );
        return [bare(cell), bare(own?.cells[of]?.words ?? 'ingen cell')];
      }),
    );
    expect(cells).toHaveLength(8);
    expect(cells.filter(([theirs, mine]) => theirs !== mine)).toEqual([]);
  });
});
