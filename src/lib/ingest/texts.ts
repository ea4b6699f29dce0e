import { integers, numberList } from './packed-numbers.ts';
import { listed } from './rows.ts';
import type { Rows } from './rows.ts';

/**
 * The texts of a column by row. A million strings in a list would take ten times the room of the file,
 * so they are kept packed, and made when asked for.
 */
export type Texts = {
  readonly length: number;
  readonly at: (row: number) => string;
  readonly forEach: (each: (text: string, row: number) => void) => void;
  /** Asked of each different text once where those are few, and not row by row. */
  readonly some: (test: (text: string) => boolean) => boolean;
  readonly every: (test: (text: string) => boolean) => boolean;
  /** What is answered of the text of a row; of each different text once where those are few. */
  readonly answers: <T>(answer: (text: string) => T) => (row: number) => T;
};

/** Takes texts row by row. False for one that it has no room for, which then is not taken. */
type Keeper = { readonly add: (text: string) => boolean; readonly done: () => Texts };

/** The different texts of a column, and the number that each row has of them. */
type Numbered = { readonly different: readonly string[]; readonly codes: Uint16Array };

function textsBy(length: number, at: (row: number) => string, by: Numbered | null = null): Texts {
  const said: Rows<string> = by ? listed(by.different) : { length, at };
  const some = (test: (text: string) => boolean): boolean => {
    for (let index = 0; index < said.length; index += 1) if (test(said.at(index))) return true;
    return false;
  };
  const answers = <T>(answer: (text: string) => T) => {
    if (!by) return (row: number) => answer(at(row));
    const known = by.different.map(answer);
    return (row: number) => known[by.codes[row]!]!;
  };
  return {
    length,
    at,
    forEach: (each) => {
      for (let row = 0; row < length; row += 1) each(at(row), row);
    },
    some,
    answers,
    every: (test) => !some((text) => !test(text)),
  };
}

/** From this length on a piece of a text holds all of the text that it was cut from. */
const HOLDS = 13;

/** The same text without the whole file behind it, for one that is kept. */
export const ownText = (text: string): string =>
  text.length < HOLDS ? text : (JSON.parse(JSON.stringify(text)) as string);

/** So many different texts are numbered, two bytes a row; a column with more says few of them twice. */
const FEW = 2 ** 16;

function numbered(): Keeper {
  const known = new Map<string, number>();
  const codes = numberList((length) => new Uint16Array(length));
  let [last, lastCode] = ['', -1];
  const codeOf = (text: string): number => {
    const code = known.get(text) ?? known.size;
    if (code < known.size || code === FEW) return code;
    known.set(ownText(text), code);
    return code;
  };
  return {
    add: (text) => {
      // Most rows say what the row above said.
      if (text !== last || lastCode < 0) [last, lastCode] = [text, codeOf(text)];
      if (lastCode === FEW) return false;
      codes.push(lastCode);
      return true;
    },
    done: () => {
      const different = [...known.keys()];
      const packed = codes.done();
      const at = (row: number) => different[packed[row]!]!;
      return textsBy(packed.length, at, { different, codes: packed });
    },
  };
}

/** So many texts a piece: short enough that what they were made of is soon forgotten. */
const TOGETHER = 512;

/** Texts written after one another, with where each ends. */
function joined(): Keeper {
  const pieces: string[] = [];
  const ends = integers();
  let open: string[] = [];
  let end = 0;
  const close = () => {
    pieces.push(open.join(''));
    [open, end] = [[], 0];
  };
  return {
    add: (text) => {
      open.push(text);
      end += text.length;
      ends.push(end);
      if (open.length === TOGETHER) close();
      return true;
    },
    done: () => {
      close();
      const packed = ends.done();
      return textsBy(packed.length, (row) => {
        const start = row % TOGETHER === 0 ? 0 : packed[row - 1]!;
        return pieces[Math.floor(row / TOGETHER)]!.slice(start, packed[row]!);
      });
    },
  };
}

export type TextCollector = {
  readonly add: (text: string) => void;
  readonly done: () => Texts;
};

/** Numbers the different texts while they are few; from then on the texts themselves are kept. */
export function textCollector(): TextCollector {
  let keeper = numbered();
  const spread = (): Keeper => {
    const all = joined();
    keeper.done().forEach(all.add);
    return all;
  };
  return {
    add: (text) => {
      if (keeper.add(text)) return;
      keeper = spread();
      keeper.add(text);
    },
    done: () => keeper.done(),
  };
}

export function textsOf(texts: Iterable<string>): Texts {
  const { add, done } = textCollector();
  for (const text of texts) add(text);
  return done();
}

/** The texts changed one by one, each when it is asked for. */
export const changedTexts = (
  { length, at }: Texts,
  change: (text: string, row: number) => string,
): Texts => textsBy(length, (row) => change(at(row), row));
