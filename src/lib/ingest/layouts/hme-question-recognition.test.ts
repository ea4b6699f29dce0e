import { describe, expect, test } from 'vitest';
import { STATEMENTS } from '../hme/statements.ts';
import { readFile } from '../read-file.ts';

const NINE = STATEMENTS.Totalindex;
const HEADER = 'Enhet;Påstående;Antal svar;Medelvärde';

const read = (...lines: string[]) =>
  readFile({ name: 'hme.csv', bytes: new TextEncoder().encode(lines.join('\n')) });

describe('recognition', () => {
  const rows = (tail: string, count = 9) =>
    NINE.slice(0, count).map((statement) => `Norr;${statement};${tail}`);
  test.each([
    ['the nine', [HEADER, ...rows('24;4,1')], 'hme-question'],
    ['three of them', [HEADER, ...rows('24;4,1', 3)], 'hme-question'],
    ['one of them and no other', [HEADER, ...rows('24;4,1', 1)], 'hme-question'],
    ['of a kommun', ['Kommun;Påstående;Antal svar;Index', ...rows('24;81', 2)], 'hme-question'],
    ['two of many', [HEADER, ...rows('24;4,1', 2), 'Norr;Jag trivs;24;4,1'], 'unknown'],
    [
      'two of many about work',
      [HEADER, ...rows('24;4,1', 2), 'Norr;Min arbetsbelastning är lagom;24;4,1'],
      'unknown',
    ],
    ['a question', ['Arbetsplats;Fråga;n;Index', ...rows('24;80')], 'hme-question'],
    ['no unit', ['Grupp;Påstående;Antal svar;Medelvärde', ...rows('24;4,1')], 'unknown'],
    ['our own', ['Enhet;Indikator;Period;Värde', ...rows('2025;80')], 'plain-long'],
    ['Kolada’s', ['Kommun;Nyckeltal;År;Värde', ...rows('2025;80')], 'plain-long'],
  ])('%s', (_, lines, layout) => expect(read(...lines).layout).toBe(layout));
});
