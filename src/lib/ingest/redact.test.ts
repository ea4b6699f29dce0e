import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { readFile } from './read-file.ts';
import type { FileReading } from './read-file.ts';
import { mustRedact, redactedCopy, redactedLine } from './redact.ts';

function copyOf(
  text: string | Uint8Array,
  told: Partial<FileReading> = {},
  choices: Partial<Choices> = {},
) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const decided = { ...NO_CHOICES, ...choices };
  const reading = { ...readFile({ name: 'x.csv', bytes }, decided), ...told };
  return new TextDecoder().decode(redactedCopy(bytes, decided, reading));
}

const HEADER = 'Indikator;Period;Värde;Fritext';

describe('a copy', () => {
  test.each<[string, string, string]>([
    ['a cell', `${HEADER}\na;2024;1;Mer tid\n`, `${HEADER}\na;2024;1;\n`],
    [
      'a cell over lines',
      `${HEADER}\na;2024;1;"xx\ny"\nb;2024;2;z\n`,
      `${HEADER}\na;2024;1;\n\nb;2024;2;\n`,
    ],
    ['a line above', `Av bo@x.se\n${HEADER}\na;2024;1;xx y\n`, `\n${HEADER}\na;2024;1;\n`],
    ['a line below', `${HEADER}\na;2024;1;xy\nKälla: bo@x.se;;;\n`, `${HEADER}\na;2024;1;\n;;;\n`],
    [
      'a heading in more cases',
      `Fritext;Indikator;Period;Värde\nab;a;2024;1`,
      `Fritext;Indikator;Period;Värde\n;a;2024;1\n`,
    ],
  ])('is without %s', (_, text, copy) => {
    expect(copyOf(text)).toBe(copy);
  });

  test('is UTF-8, whatever the file was', () => {
    const bytes = Buffer.from(`${HEADER}\nå;2024;1;Mer tid\n`, 'latin1');
    expect(copyOf(bytes)).toBe(`${HEADER}\nå;2024;1;\n`);
  });

  test('is without the cells of a line that is left out', () => {
    const text = `${HEADER}\na;2024;1;\nbo@x.se;x;2;Mer tid\n`;
    expect(copyOf(text, {}, { leftOut: [3] })).toBe(`${HEADER}\na;2024;1;\n;x;2;\n`);
  });

  test('is of the text as somebody said it should be read', () => {
    const bytes = Buffer.from(`${HEADER}\nBÃ¤st;2024;1;Mer tid\n`);
    const choices = { answers: { 'double-encoded': 'repair' } };
    expect(copyOf(bytes, {}, choices)).toContain('Bäst;2024;1;\n');
  });

  test('has nothing but the headings where a row is a person', () => {
    const text = `Enkät 2025\n${HEADER}\na;2024;1;"x\ny"\nb;2024;2;z\n`;
    expect(copyOf(text, { isPerPerson: true })).toBe(`\n${HEADER}\n\n\n\n`);
  });

  test('has nothing but the headings where a column is not to be found', () => {
    const notKept = { columns: ['Fritext', 'Borta'], isBeside: false };
    expect(copyOf(`${HEADER}\na;2024;1;x\n`, { notKept })).toBe(`${HEADER}\n\n`);
  });

  test('of a file of one column is cut as that is', () => {
    const notKept = { columns: ['Namn'], isBeside: false };
    expect(copyOf('Namn\nAnna\nBo\n', { notKept, delimiter: null })).toBe('Namn\n\n\n');
  });
});

test.each<[string, Partial<FileReading>, boolean]>([
  ['nothing', {}, false],
  ['persons', { isPerPerson: true }, true],
  ['a column', { notKept: { columns: ['X'], isBeside: false } }, true],
  ['a line beside', { notKept: { columns: [], isBeside: true } }, true],
])('a file that tells of %s', (_, told, must) => {
  const reading = readFile({
    name: 'x.csv',
    bytes: new TextEncoder().encode('Indikator;Period;Värde\na;2024;1'),
  });
  expect(mustRedact({ ...reading, ...told })).toBe(must);
});

describe('a line that is quoted', () => {
  const reading = { delimiter: ';', table: null, isPerPerson: false, sheet: null };
  const notKept = { columns: ['Fritext'], isBeside: false };
  test.each<[string, string, Partial<Pick<FileReading, 'notKept' | 'isPerPerson'>>]>([
    ['a;"2024";1;', 'a;"2024";1;', { notKept }],
    ['a;2024;1;Mer tid', 'a;2024;1;…', { notKept }],
    ['bo@x.se;"x;y";1;', '…;"x;y";1;', { notKept: { columns: [], isBeside: false } }],
    ['a;2024;1;', '…;…;…;', { notKept, isPerPerson: true }],
    ['a;2024', '…;…', { notKept: { columns: ['Borta'], isBeside: false } }],
  ])('%s is %s', (text, quoted, told) => {
    expect(redactedLine(text, HEADER, { ...reading, notKept, ...told })).toBe(quoted);
  });

  test('of one column is one cell', () => {
    const told = {
      ...reading,
      delimiter: null,
      notKept: { columns: ['Fritext'], isBeside: false },
    };
    expect(redactedLine('Mer tid; mer', 'Fritext', told)).toBe('…');
  });
});
