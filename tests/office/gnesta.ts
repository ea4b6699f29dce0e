import { readFileSync } from 'node:fs';
import type { Colour } from '#lib/domain/model.ts';
import type { Cell, ReportDocument, Row, Table } from '#lib/format/document.ts';
import { cell, column, heading, headingRow, numberCell, row } from './build.ts';
import { stateCell, table, textCell, written } from './build.ts';

/* Gnesta's delårsrapport as a document, made of the facts in seeds: a report of the size and the kind that boards get. */

type Step = { key: string; word: string; wordForecast: string; colour: Colour };
type Told = {
  subject: string;
  part?: string;
  body?: string;
  said?: { kind: string; step?: string };
};
type Activity = {
  key: string;
  title: string;
  owners: string[];
  goals: string[];
  end?: { text: string };
};
type Goal = { key: string; title: string | null; parents?: string[] };
type Indicator = {
  key: string;
  title: string;
  decimals: number;
  targets?: { year: number; printed?: string }[];
};
type Plan = {
  scales: { steps: Step[] }[];
  plans: { goals: Goal[]; activities?: Activity[] }[];
  indicators: Indicator[];
  reports: { judgements?: Told[]; comments?: Told[] }[];
};

const FOLDER = 'seeds/gnesta';
const plan = JSON.parse(readFileSync(`${FOLDER}/plan.json`, 'utf8')) as Plan;
const [council, board] = plan.plans as [Plan['plans'][0], Plan['plans'][0]];
const report = plan.reports[0]!;

const rowsOf = (file: string) =>
  readFileSync(`${FOLDER}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'));

const PERIODS: Readonly<Record<string, string>> = {
  '2023-H1': 'jan–jun 2023',
  't.o.m. 2022-08-31': 't.o.m. augusti 2022',
};
const periodWords = (text: string) => PERIODS[text] ?? text;

const said = (subject: string): Cell => {
  const judged = report.judgements?.find((one) => one.subject === subject)?.said;
  const step = plan.scales
    .flatMap(({ steps }) => steps)
    .find(({ key }) => judged?.kind === 'step' && key === judged.step);
  return step
    ? stateCell(step.wordForecast, step.colour, 'forecast')
    : stateCell('Ej bedömt', null, 'forecast');
};

const comment = (subject: string) =>
  report.comments?.find((one) => one.subject === subject)?.body ?? '';

const titleOf = (goal: Goal) =>
  goal.title ??
  council.goals.find(({ key }) => goal.parents?.[0] === `fullmaktige/${key}`)?.title ??
  goal.key;

function activityRows(): readonly Row[] {
  return board.goals.flatMap((goal) => {
    const own = (board.activities ?? []).filter(
      ({ goals }) => goals[0] === `verksamhetsplan/${goal.key}`,
    );
    if (own.length === 0) return [];
    return [
      headingRow(titleOf(goal)),
      ...own.map((one) => {
        const subject = `activity:verksamhetsplan/${one.key}`;
        return row(
          cell(one.title, {
            beside: `Ansvarig ${one.owners.join(', ')}, klart ${one.end?.text ?? 'löpande'}`,
          }),
          said(subject),
          textCell(comment(subject)),
        );
      }),
    ];
  });
}

const valueCell = (found: readonly string[] | undefined, at: number, decimals: number): Cell => {
  const value = Number((found?.[at] ?? '').replace(',', '.'));
  return found && found[at] !== '' && Number.isFinite(value)
    ? { ...numberCell(value, decimals), beside: periodWords(found[1] ?? '') }
    : cell('saknas');
};

const STATES = [
  stateCell('När målvärdet', 'green'),
  stateCell('Nära målvärdet', 'yellow'),
  stateCell('När inte målvärdet', 'red'),
];

function appendix(): Table {
  const now = rowsOf('4-bilaga-1-delar-2023.csv');
  const before = rowsOf('3-delar-2022.csv');
  const rows = plan.indicators.slice(0, 8).map(({ key, title, decimals, targets }, at) =>
    row(
      cell(title),
      valueCell(
        now.find(([one]) => one === key),
        2,
        decimals,
      ),
      cell(targets?.[0]?.printed ?? '–'),
      valueCell(
        before.find(([one]) => one === key),
        2,
        decimals,
      ),
      STATES[at % STATES.length]!,
      textCell(comment(`indicator:${key}`)),
    ),
  );
  return table(
    'Indikatorer, nuläge mot målvärde',
    [
      ...[column('Indikator', 3), column('Nuläge', 1.2, true), column('Målvärde', 1.2, true)],
      ...[column('Föregående', 1.3, true), column('Läge', 1.8), column('Kommentar', 3)],
    ],
    rows,
    ['Värden vars mätperioder skiljer sig åt jämförs inte.'],
  );
}

const summary = `Nämnden bedömer att **ett av fyra verksamhetsfokus uppnås** under året, att två delvis uppnås och att ett inte är bedömt. Väntetiden till särskilt boende var i genomsnitt 102 dagar under januari–juni 2023, 12 dagar längre än målvärdet på 90 dagar.

- Sjukfrånvaron fortsätter att minska, mest bland timavlönade.
- Andelen brukare som upplever trygghet är oförändrad.
- **Tre uppdrag** avviker från plan; orsak och åtgärd står vid vart och ett av dem.

Vid delåret 2022 var väntetiden 81 dagar; mätperioden kan skilja sig åt.`;

const personnel = () => {
  const rows = rowsOf('1-personal.csv').filter(([key]) => key === 'hr-1' || key === 'hr-2');
  return table(
    'Personal, antal per period och kön',
    [column('Indikator', 2), column('Period', 2), column('Kön'), column('Värde', 1, true)],
    rows
      .slice(0, 12)
      .map(([key, period, sex, , value]) =>
        row(
          cell(plan.indicators.find((one) => one.key === key)?.title ?? key ?? ''),
          cell(periodWords(period ?? '')),
          cell(sex ?? ''),
          numberCell(Number((value ?? '0').replace(',', '.'))),
        ),
      ),
  );
};

export const gnestaReport = (): ReportDocument => ({
  title: 'Delårsrapport 2023',
  owner: 'Socialnämnden, Gnesta kommun',
  facts: [
    { title: 'Diarienummer', words: 'SN 2023/112' },
    { title: 'Sammanträde', words: '3 oktober 2023' },
    { title: 'Avser', words: 'januari–augusti 2023, med prognos för helåret' },
    {
      title: 'Förslag till beslut',
      words: 'Socialnämnden godkänner delårsrapporten och överlämnar den till kommunstyrelsen.',
    },
  ],
  pieces: [
    heading(1, 'Sammanfattning'),
    ...written(summary),
    table(
      'Nämndens verksamhetsfokus, prognos för helåret',
      [column('Inriktningsmål', 2), column('Bedömning', 1.5), column('Motivering', 4)],
      board.goals.map((goal) =>
        row(
          cell(titleOf(goal)),
          said(`goal:verksamhetsplan/${goal.key}`),
          textCell(comment(`goal:verksamhetsplan/${goal.key}`)),
        ),
      ),
    ),
    heading(1, 'Uppdrag'),
    ...written('Nämnden har 32 uppdrag. Läget är en prognos för årets slut.'),
    table(
      'Uppdrag under 2023',
      [column('Uppdrag', 3), column('Bedömning', 1.5), column('Kommentar', 3)],
      activityRows(),
    ),
    heading(1, 'Personal'),
    heading(2, 'Antal anställda'),
    personnel(),
    heading(1, 'Bilaga: indikatorer'),
    appendix(),
  ],
  standing: 'Arbetsmaterial, 20 september 2023',
});
