/*
 * What can be worked out of a table by subtraction. Every line says that a total is the sum of its
 * parts: of answers, and of values weighted by answers. Nothing else is known of a cell than whether
 * it can be seen, so the reasoning is the same for counts, shares and means.
 */

/** Named cells: the total, and the parts it is the sum of. */
export type Line = { readonly total: string; readonly parts: readonly string[] };

const cellsOf = ({ total, parts }: Line): readonly string[] => [total, ...parts];

/** A table that is seen: its sums, and what is hidden in it. Cells of one name in two of them are the same. */
export type View = { readonly lines: readonly Line[]; readonly hidden: ReadonlySet<string> };

/** An equation between hidden cells: what is seen is a constant, and constants do not matter here. */
type Equation = Map<string, number>;

/** Coefficients are whole to begin with; what is left below this is noise of the division. */
const NOISE = 1e-9;

const equationOf = (line: Line, hidden: ReadonlySet<string>): Equation =>
  new Map(
    cellsOf(line)
      .filter((cell) => hidden.has(cell))
      .map((cell) => [cell, cell === line.total ? 1 : -1]),
  );

/** `equation` less `times` the other. */
function subtractFrom(equation: Equation, other: Equation, times: number): void {
  for (const [cell, factor] of other) {
    const left = (equation.get(cell) ?? 0) - times * factor;
    if (Math.abs(left) < NOISE) equation.delete(cell);
    else equation.set(cell, left);
  }
}

/** Takes a cell out of every equation but its own. */
function clear(cell: string, own: Equation, others: Iterable<Equation>): void {
  for (const other of others) {
    const factor = other.get(cell);
    if (factor !== undefined) subtractFrom(other, own, factor);
  }
}

/**
 * The hidden cells that the lines give away together: Gauss and Jordan, and every equation that is
 * left with a single cell has its value. None when each could be anything.
 */
export function pinnedBy(views: readonly View[]): readonly string[] {
  const solved = new Map<string, Equation>();
  const equations = views.flatMap(({ lines, hidden }) =>
    lines.map((line) => equationOf(line, hidden)),
  );
  for (const equation of equations) {
    for (const [cell, own] of solved) clear(cell, own, [equation]);
    const [first] = equation;
    if (!first) continue;
    const [cell, factor] = first;
    for (const [other, size] of equation) equation.set(other, size / factor);
    clear(cell, equation, solved.values());
    solved.set(cell, equation);
  }
  return [...solved].flatMap(([cell, { size }]) => (size === 1 ? cell : [])).toSorted();
}

/** The first in `order` that can still be seen among some cells. */
type FirstSeen = (cells: readonly string[]) => string | null;

const firstSeen = (order: ReadonlyMap<string, number>, hidden: ReadonlySet<string>): FirstSeen => {
  const rank = (cell: string) => order.get(cell) ?? Infinity;
  const canGo = (cell: string) => order.has(cell) && !hidden.has(cell);
  return (cells) => cells.filter(canGo).toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
};

/** The cell to hide so that a pinned one is no longer: in one of its lines, else in any. */
function coverFor(cell: string, lines: readonly Line[], first: FirstSeen): string | null {
  const own = lines.filter((line) => cellsOf(line).includes(cell));
  return first(own.flatMap(cellsOf)) ?? first(lines.flatMap(cellsOf));
}

/** A line with one hidden cell gives it away; that is quick to see, the rest takes the whole system. */
function nextToHide(
  [{ lines, hidden }, ...beside]: readonly [View, ...View[]],
  isSecret: (cell: string) => boolean,
  first: FirstSeen,
): string | null {
  const isAlone = (line: Line) => {
    const [one, ...others] = cellsOf(line).filter((cell) => hidden.has(cell));
    return one !== undefined && others.length === 0 && isSecret(one);
  };
  const alone = lines.filter(isAlone).map((line) => first(cellsOf(line)));
  const next = alone.find((cell) => cell !== null);
  if (next !== undefined) return next;
  const pinned = pinnedBy([{ lines, hidden }, ...beside]).filter(isSecret);
  const covers = pinned.map((cell) => coverFor(cell, lines, first));
  return covers.find((cell) => cell !== null) ?? null;
}

/** What is to be hidden in a table, and what is known beside it. */
export type ToCover = {
  readonly lines: readonly Line[];
  /** Hidden to begin with. */
  readonly start: readonly string[];
  /** Which cell is rather hidden: the first that helps goes. */
  readonly order: readonly string[];
  /** Without a row: nobody sees them, and they may be worked out. */
  readonly unlisted?: ReadonlySet<string>;
  /** Known from elsewhere: hidden or not, nothing is safe behind them. */
  readonly known?: ReadonlySet<string>;
  /** Other tables that can be laid beside it. */
  readonly beside?: readonly View[];
};

/** What some tables give away by themselves is no secret of theirs; of the same cell here, where it has a row, it says nothing. */
const withoutGiven = (views: readonly View[], given: ReadonlySet<string>): readonly View[] =>
  views.map(({ lines, hidden }) => ({
    lines,
    hidden: new Set([...hidden].filter((cell) => !given.has(cell))),
  }));

const NONE: ReadonlySet<string> = new Set();

/** What must be hidden so that no line, alone or with others, gives a hidden cell away. */
export function withCover(table: ToCover): ReadonlySet<string> {
  const { lines, start, order, unlisted = NONE, known = NONE, beside = [] } = table;
  const unseen = new Set([...start, ...unlisted]);
  const given = new Set(pinnedBy(beside));
  // What has no row here is taken for what it was there: nobody says that it is another.
  const isKnown = (cell: string) => known.has(cell) || (unlisted.has(cell) && given.has(cell));
  const hidden = new Set([...unseen].filter((cell) => !isKnown(cell)));
  const isSecret = (cell: string) => !unlisted.has(cell);
  const first = firstSeen(new Map(order.map((cell, index) => [cell, index])), unseen);
  const views: readonly [View, ...View[]] = [{ lines, hidden }, ...withoutGiven(beside, given)];
  for (let next = nextToHide(views, isSecret, first); next !== null;) {
    unseen.add(next);
    if (!known.has(next)) hidden.add(next);
    next = nextToHide(views, isSecret, first);
  }
  return new Set([...unseen].filter((cell) => !unlisted.has(cell)));
}
