import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { parseCsv } from '#lib/ingest/csv.ts';
import type { CsvRecord } from '#lib/ingest/csv.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { mustRedact, redactedCopy } from '#lib/ingest/redact.ts';
import { toArray } from '#lib/ingest/rows.ts';
import { randomFrom, SEED, shuffled, upTo } from './random.ts';
import type { Random } from './random.ts';

/* Files that chance writes, with columns that tell of persons anywhere: what their copies keep, and where. */

const FILES = 300;
const KEPT = ['Indikator', 'Period', 'Värde', 'Enhet', 'Kommentar'] as const;
const PERSONAL = ['Fritext', 'Kontaktperson', 'E-post'] as const;

const CELLS: Readonly<Record<string, readonly string[]>> = {
  Indikator: ['ind-1', 'Andel nöjda, %', 'Väntetid; dagar'],
  Period: ['2023', '2024', '2023-H1'],
  Värde: ['7', '12,5', '', '..', '-3'],
  Enhet: ['Norr', '', 'Kulla "gamla"', 'Hemtjänst, söder', '  Öster'],
  Kommentar: ['', 'prel.', 'två\nrader', 'a;b', '12" rör', '\n\nsen'],
  Fritext: ['', 'Anna sa: "nej", sedan ja', 'rad ett\n\nrad tre; slut\n', 'Mer tid\nbehövs.'],
  Kontaktperson: ['Anna Berg', 'Bo\nEk', ''],
  'E-post': ['anna@gnesta.se', '', 'bo@x.se\n'],
};

const pick = <T>(random: Random, list: readonly T[]): T => list[upTo(random, list.length - 1)]!;
const quoted = (cell: string, delimiter: string) =>
  /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

function randomFile(random: Random) {
  const delimiter = pick(random, [';', '\t', '|']);
  const personal = shuffled(random, PERSONAL).slice(0, 1 + upTo(random, 2));
  const header = shuffled(random, [...KEPT, ...personal]);
  const row = () => header.map((name) => pick(random, CELLS[name]!));
  const rows = Array.from({ length: 2 + upTo(random, 12) }, () => [
    ...(upTo(random, 5) === 0 ? [['']] : []),
    row(),
  ]).flat();
  // One row has all: a column that nobody filled tells of nobody.
  const full = header.map((name) => CELLS[name]!.find((cell) => cell !== '')!);
  const titles = upTo(random, 2) === 0 ? [['Uttag av anna@gnesta.se'], ['']] : [];
  const sep = upTo(random, 3) === 0 ? `sep=${delimiter}\n` : '';
  const end = pick(random, ['\n', '\r\n']);
  const text = [...titles, header, full, ...rows]
    .map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter))
    .join(end);
  return { delimiter, header, personal, sep, text: `${sep}${text}${end}` };
}

function recordsOf(text: string, delimiter: string, firstLine: number): CsvRecord[] {
  const found: CsvRecord[] = [];
  const unified = text.replace(/\r\n/g, '\n').slice(firstLine === 1 ? 0 : text.indexOf('\n') + 1);
  parseCsv([unified], delimiter, firstLine, (record) => found.push(record));
  return found.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const read = (bytes: Uint8Array) => readFile({ name: 'x.csv', bytes });
const randomly = randomFrom(SEED);
const files = Array.from({ length: FILES }, () => randomFile(randomly));

describe('the copy of a file with columns that tell of persons', () => {
  test('has every record on its line, and all cells that are kept', () => {
    for (const { text, delimiter, header, personal, sep } of files) {
      const bytes = new TextEncoder().encode(text);
      const reading = read(bytes);
      expect(mustRedact(reading), text).toBe(true);
      const copy = new TextDecoder().decode(redactedCopy(bytes, NO_CHOICES, reading));
      const firstLine = sep === '' ? 1 : 2;
      const isLost = (at: number) => (personal as readonly string[]).includes(header[at]!);
      const expected = recordsOf(text, delimiter, firstLine)
        .map(({ line, cells }) => ({
          line,
          cells: cells.map((cell, at) =>
            (line > reading.table!.headerLine && isLost(at)) || cell.startsWith('Uttag')
              ? ''
              : cell,
          ),
        }))
        .filter(({ cells }) => cells.some((cell) => cell !== ''));
      expect(recordsOf(copy, delimiter, firstLine), text).toEqual(expected);
      expect(copy).not.toMatch(/anna|@/i);
    }
  });

  test('reads as the file does, and has nothing more to take out', () => {
    for (const { text } of files) {
      const bytes = new TextEncoder().encode(text);
      const first = read(bytes);
      const copy = redactedCopy(bytes, NO_CHOICES, first);
      const again = read(copy);
      expect(toArray(again.observations), text).toEqual(toArray(first.observations));
      expect(again.notKept, text).toEqual({ columns: [], isBeside: false });
      expect(redactedCopy(copy, NO_CHOICES, first), text).toEqual(copy);
    }
  });
});
