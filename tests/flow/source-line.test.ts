import { describe, expect, test } from 'vitest';
import { readSourceLine } from '#lib/server/source-line.ts';
import { readIn, undoIt } from '../reading.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { unitFile, UNIT_ROWS, withUnits } from '../units.ts';

const { all, north, south, night } = UNIT_ROWS;
const HEADING = 'Indikator;Period;Enhet;Värde;Svar';

describe('the line a value came from', () => {
  test('as it was read, with the headings over it', () => {
    const { db, kommun } = withUnits();
    const upload = readIn(db, kommun, unitFile(all, north));
    expect(readSourceLine(db, kommun, upload, 3)).toEqual({
      line: 3,
      heading: HEADING,
      text: north,
    });
  });

  test('goes on over the line breaks of its own cells, and no further', () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const rows = ['ind-1;2024;7;"en\ntvå; ""tre"""', 'ind-2;2024;8;12" rör', 'ind-3;2024;9;fyra'];
    const upload = readIn(db, kommun, `Indikator;Period;Värde;Kommentar\n${rows.join('\n')}\n`);
    const textOf = (line: number) => readSourceLine(db, kommun, upload, line)?.text;
    expect([2, 4, 5].map(textOf)).toEqual(rows);
  });

  test.each([
    ['before the file', 0],
    ['of the headings', 1],
    ['without a value', 4],
    ['within a value', 3],
    ['after the file', 99],
  ])('there is none %s', (_, line) => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const text = 'Indikator;Period;Värde;Kommentar\nind-1;2024;7;"en\ntvå"\n\nind-2;2024;8;\n';
    const upload = readIn(db, kommun, text);
    expect(readSourceLine(db, kommun, upload, 5)?.text).toBe('ind-2;2024;8;');
    expect(readSourceLine(db, kommun, upload, line)).toBeNull();
  });

  test('of a file larger than what is read to find its headings', () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const rows = Array.from({ length: 5000 }, (_, n) => `ind-1;${1960 + (n % 60)};"Nr=${n}";7`);
    const upload = readIn(db, kommun, `Indikator;Period;Indelning;Värde\n${rows.join('\n')}\n`);
    expect(readSourceLine(db, kommun, upload, 4002)).toEqual({
      line: 4002,
      heading: 'Indikator;Period;Indelning;Värde',
      text: rows[4000],
    });
  });
});

describe('a line that holds a small count', () => {
  test('is not shown, nor one that gives it away by subtraction', () => {
    const { db, kommun } = withUnits();
    const upload = readIn(db, kommun, unitFile(all, north, south, night));
    const texts = [2, 3, 4, 5].map((line) => readSourceLine(db, kommun, upload, line)?.text);
    expect(texts).toEqual([all, north, null, null]);
  });

  test('is not shown, nor one of an earlier file that gives it away', () => {
    const { db, kommun } = withUnits();
    const first = readIn(db, kommun, unitFile(all.replace('105', '97'), north, south));
    expect(readSourceLine(db, kommun, first, 4)?.text).toBe(south);
    const second = readIn(db, kommun, unitFile(all, night));
    expect(readSourceLine(db, kommun, second, 3)?.text).toBeNull();
    expect(readSourceLine(db, kommun, first, 4)?.text).toBeNull();
    expect(readSourceLine(db, kommun, first, 3)?.text).toBe(north);
  });

  test('is not shown once its file is undone or another has taken its place', () => {
    const { db, kommun } = withUnits();
    const first = readIn(db, kommun, unitFile(all, north, south, night));
    readIn(db, kommun, unitFile(night.replace('33,3;8', '40;20')));
    expect(readSourceLine(db, kommun, first, 5)?.text).toBeNull();
    undoIt(db, kommun, first.id);
    expect(readSourceLine(db, kommun, first, 5)?.text).toBeNull();
  });

  test('is not shown piece by piece, nor is the sum that stands below it', () => {
    const { db, kommun } = withUnits();
    const noted = `${HEADING};Kommentar\nind-3;2023-H1;Natt;33,3;8;"en\n33,3 och 8"\n`;
    const upload = readIn(db, kommun, `${noted}ind-3;2023-H1;Samtliga;70,0;105;\n`);
    const texts = [2, 3, 4].map((line) => readSourceLine(db, kommun, upload, line));
    expect(texts).toEqual([{ line: 2, heading: `${HEADING};Kommentar`, text: null }, null, null]);
  });
});
