import type { ReportDocument } from '#lib/format/document.ts';
import { cell, column, heading, headingRow, numberCell, row } from './build.ts';
import { stateCell, sumRow, table, textCell, written } from './build.ts';

/* What people and files put in a report, at its worst: nothing of it may break a file. */

const NASTY =
  'A & B <b>"fet"</b> \'x\' \u0000\u0008\u000b\u001f\ufffe \ud800 lös, \u202eomvänt\u202c שלום مرحبا 👩🏽‍🚒 😀 ]]> _x0041_';

const long = (signs: number) =>
  'Verksamheten har följt upp målet varje månad. '.repeat(signs).slice(0, signs);

const STATES = [
  stateCell('Uppnått', 'green'),
  stateCell('Bedöms uppnås', 'green', 'forecast'),
  stateCell('I stort uppnått', 'lightgreen'),
  stateCell('Bedöms i stort uppnås', 'lightgreen', 'forecast'),
  stateCell('Delvis uppnått', 'yellow'),
  stateCell('Bedöms delvis uppnås', 'yellow', 'forecast'),
  stateCell('Till liten del', 'orange'),
  stateCell('Bedöms till liten del', 'orange', 'forecast'),
  stateCell('Ej uppnått', 'red'),
  stateCell('Bedöms ej uppnås', 'red', 'forecast'),
  stateCell('Utan färg', 'none'),
  stateCell('Ej bedömt', null),
];

const report = (title: string, pieces: ReportDocument['pieces']): ReportDocument => ({
  title,
  owner: 'Socialnämnden, Provköpings kommun',
  facts: [{ title: 'Diarienummer', words: 'SN 2023/1' }],
  pieces,
  standing: 'Arbetsmaterial, 20 september 2023',
});

/** 300 rows, long texts, signs that no file may hold, tables with no rows and with one column. */
export const hardReport = (): ReportDocument =>
  report(`Svår rapport ${NASTY}`, [
    heading(1, NASTY),
    ...written(`${NASTY}\n\n- **${NASTY}**\n- två`),
    heading(2, 'Lång text'),
    ...written(long(20_000)),
    table(NASTY, [column('Bara en')], [row(cell(NASTY)), row(textCell(long(20_000)))], [NASTY]),
    table('Utan rader', [column('A'), column('B')], []),
    table(
      'Trehundra rader',
      [column('Indikator', 3), column('Värde', 1, true), column('Läge', 2), column('Kommentar', 3)],
      Array.from({ length: 300 }, (_, at) =>
        at % 50 === 0
          ? headingRow(`Grupp ${at / 50 + 1}`)
          : row(
              cell(`=Indikator ${at}`, { beside: 'jan–jun 2023' }),
              numberCell(at * 1234.5 - 2000, 1, 'dagar'),
              STATES[at % STATES.length]!,
              textCell(`Kommentar **${at}**\n- ett\n- två`),
            ),
      ).concat(sumRow(cell('Summa'), numberCell(1_000_000), cell(''), cell(''))),
      ['En tryckt summa är fel: −19,1 i handlingen, −19,4 uträknat.'],
    ),
  ]);

/** Twelve columns on a page. */
export const wideReport = (): ReportDocument =>
  report('Tolv kolumner', [
    heading(1, 'Månad för månad'),
    table(
      'Sjukfrånvaro per månad, procent',
      [
        column('Enhet', 2),
        ...Array.from({ length: 11 }, (_, at) => column(`2023-${at + 1}`, 1, true)),
      ],
      Array.from({ length: 20 }, (_, at) =>
        row(
          cell(`Särskilt boende ${at + 1}`),
          ...Array.from({ length: 11 }, (_x, month) =>
            numberCell(4 + ((at * 7 + month * 3) % 50) / 10, 1),
          ),
        ),
      ),
    ),
  ]);

/** An appendix of so many indicators, as a board has it. */
export const indicatorReport = (count: number): ReportDocument =>
  report('Indikatorer', [
    heading(1, 'Bilaga: indikatorer'),
    table(
      'Indikatorer',
      [
        ...[column('Indikator', 3), column('Nuläge', 1, true), column('Målvärde', 1, true)],
        ...[column('Föregående', 1, true), column('Läge', 2), column('Kommentar', 3)],
      ],
      Array.from({ length: count }, (_, at) =>
        row(
          cell(`Indikator ${at}, andel som svarar att de är nöjda`),
          { ...numberCell(at * 1.5, 1, '%'), beside: 'jan–jun 2023' },
          numberCell(90, 0, '%'),
          { ...numberCell(at * 1.4, 1, '%'), beside: 'jan–aug 2022' },
          STATES[at % STATES.length]!,
          textCell('Försämrat, åtgärder krävs.\n\n- ny rutin\n- utbildning i höst'),
        ),
      ),
    ),
  ]);
