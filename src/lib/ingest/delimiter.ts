import { isFootnote } from './set-aside.ts';

export const DELIMITERS = ['\t', ';', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Quoted cells are put out of the way, so that what stands in them is never counted. */
const QUOTED = /(^|[\n\t;|,])( *)"[^"]*(?:""[^"]*)*"/g;

/** Enough to see the shape of any file: so many signs, and of those so many lines. */
export const SIGNS = 1 << 20;
const SAMPLE = 2000;

type Candidate = {
  readonly delimiter: Delimiter;
  /** What counts as a cut between columns when the shape is judged. */
  readonly cut: RegExp;
  /** How much of the lines, from the first that fits, must have one and the same width. */
  readonly share: number;
};

// A comma with a blank after it is prose far more often than a column, so it is tried last of all.
const CANDIDATES: readonly Candidate[] = [
  { delimiter: '\t', cut: /\t/g, share: 0.5 },
  { delimiter: ';', cut: /;/g, share: 0.5 },
  { delimiter: '|', cut: /\|/g, share: 0.5 },
  { delimiter: ',', cut: /,(?! )/g, share: 0.5 },
];
const LOOSE_COMMA: Candidate = { delimiter: ',', cut: /, /g, share: 1 };

const DECIMAL_COMMA = /\d,\d/;

/** The width most lines have; of two as common the wider, for titles are narrow. */
function commonest(widths: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const width of widths) if (width > 1) tally.set(width, (tally.get(width) ?? 0) + 1);
  return [...tally].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 0;
}

/** A first line whose every comma stands between digits is no header: its commas are decimal. */
const isDecimals = (line: string, candidate: Candidate) =>
  candidate.delimiter === ',' &&
  !line.replace(/\d,(?=\d)/g, '').includes(',') &&
  DECIMAL_COMMA.test(line);

/** How many lines have the one width that a delimiter gives; none when it does not fit. */
type Fit = { readonly lines: number; readonly width: number };
const NO_FIT: Fit = { lines: 0, width: 0 };

function fit(lines: readonly string[], candidate: Candidate): Fit {
  const widths = lines.map((line) => line.split(candidate.cut).length);
  const width = commonest(widths);
  const first = widths.indexOf(width);
  if (first < 0 || isDecimals(lines[first]!, candidate)) return NO_FIT;
  const same = widths.filter((each) => each === width).length;
  return same / (lines.length - first) >= candidate.share ? { lines: same, width } : NO_FIT;
}

/** PxWeb may cut at blanks: then the header, under a title or not, is quoted texts with blanks between. */
const AT_BLANKS = /^(?:"[^"\n]*"\n+)?"[^"\n]*"(?: "[^"\n]*")+\n/;

/** A source, a legend, a note in quotes: alone on its line, whatever the columns are. */
const saysNoColumns = (line: string) => line === 'q' || isFootnote(line, true);

const isBetter = (a: Fit, b: Fit) =>
  a.lines > b.lines || (a.lines === b.lines && a.width > b.width);

/**
 * Decided on whole lines outside quotes: the most lines of one width win, of two as many the wider.
 * Null is one column.
 */
export function chooseDelimiter(text: string): Delimiter | ' ' | null {
  if (AT_BLANKS.test(text)) return ' ';
  const lines = text
    .slice(0, SIGNS)
    .replace(QUOTED, '$1$2q')
    .split('\n')
    .filter((line) => line.trim() !== '' && !saysNoColumns(line))
    .slice(0, SAMPLE);
  const fits = CANDIDATES.map((candidate) => ({ candidate, ...fit(lines, candidate) }));
  const best = fits.reduce((a, b) => (isBetter(b, a) ? b : a));
  if (best.lines > 0) return best.candidate.delimiter;
  return fit(lines, LOOSE_COMMA).lines > 0 ? ',' : null;
}

const SEP = /^"?sep=([\t;|,])"?[ \t;|,]*\n/i;

/** Excel's own first line `sep=;` names the delimiter and is no row. */
export function sepLine(text: string): { delimiter: Delimiter; rest: string } | null {
  const match = SEP.exec(text);
  const delimiter = DELIMITERS.find((each) => each === match?.[1]);
  return match && delimiter ? { delimiter, rest: text.slice(match[0].length) } : null;
}
