import type { Assessed } from './assess-all.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { aFigure } from './bound.ts';
import type { About } from './bound.ts';
import { breakdownName, unitValues } from './by-part.ts';
import { compare, subtract } from './compare.ts';
import { fewAnswersOf } from './few-answers.ts';
import type { Sex } from './model.ts';
import type { Observation } from './observation.ts';
import type { Planned } from './planned.ts';
import { countsBy, newestFirst } from './series.ts';
import { groupBy } from './group-by.ts';
import type { Named, Statement, StatementOf } from './statement.ts';
import { aboutIndicator, formOf, isValued, toldOf } from './value-statements.ts';
import type { Valued } from './value-statements.ts';

/* What stands beside an indicator's value: before, planned, elsewhere, per sex and unit, and what it rests on. */

/** The year before, or the value before that is no year older. */
export function beforeStatement(one: AssessedIndicator): Statement | null {
  const { previous, before, trend } = one;
  const now = toldOf(one);
  if (!now || formOf(one) === 'done') return null;
  const about = aboutIndicator(one);
  const form = formOf(one);
  const then = previous?.observation ?? before;
  if (!isValued(then)) return null;
  const figure = aFigure(about, 'previous', then.value, then);
  if (!previous?.comparable) {
    const why = previous?.why ?? null;
    return { about, kind: 'earlier-value', form, figure, period: then.period, why };
  }
  return {
    ...{ about, kind: 'change', form, trend, value: now.value, previous: figure },
    change: aFigure(about, 'change', previous.change, now),
    ...{ period: now.period, before: then.period },
  };
}

function plannedStatement(one: AssessedIndicator, planned: Planned): StatementOf<'planned'> | null {
  const { observation, difference } = planned;
  const { kind: of, period } = observation;
  if (!isValued(observation) || of === 'utfall') return null;
  const about = aboutIndicator(one);
  return {
    ...{ about, kind: 'planned', of, period, value: toldOf(one)?.value ?? null },
    figure: aFigure(about, 'planned', observation.value, observation),
    difference:
      difference === null ? null : aFigure(about, 'planned-difference', difference, observation),
  };
}

/** Budgets and forecasts of the value's own period before those of longer ones. */
export const plannedStatements = (one: AssessedIndicator): readonly StatementOf<'planned'>[] =>
  one.planned.flatMap((planned) => plannedStatement(one, planned) ?? []);

export function rankStatement(one: AssessedIndicator): Statement | null {
  const { standing } = one;
  // A place that a target is for has been told with it.
  if (!standing || one.verdict.because.rank !== null) return null;
  const about = aboutIndicator(one);
  const { rank, quarter } = standing;
  const observation = toldOf(one);
  return {
    ...{ about, kind: 'rank', rank, quarter },
    place: aFigure(about, 'rank', rank.place, observation, rank.group),
    of: aFigure(about, 'ranked', rank.of, observation, rank.group),
  };
}

const isWhole = ({ sex, breakdown, kind }: Observation) =>
  sex === 'T' && breakdown === '' && kind === 'utfall';

/** Outcomes of the told value's own period: nothing else may stand beside it. */
const ofPeriod = (one: AssessedIndicator): readonly Valued[] => {
  const now = toldOf(one);
  return one.observations.filter(
    (other): other is Valued =>
      isValued(other) && other.kind === 'utfall' && other.period.text === now?.period.text,
  );
};

/** More than this are told in a table. */
const OTHERS_TOLD = 3;

/** Riket first, then regions and groups: each as it was read in. */
export function othersStatement(
  { places }: Pick<Assessed, 'places'>,
  one: AssessedIndicator,
): Statement | null {
  const about = aboutIndicator(one);
  const values = ofPeriod(one).filter(isWhole);
  const others = (['riket', 'region', 'group'] as const).flatMap((kind) =>
    places.flatMap((place): Named[] => {
      const value = place.kind === kind && values.find((other) => other.place === place.id);
      if (!value) return [];
      return [{ place: place.id, figure: aFigure(about, 'other', value.value, value) }];
    }),
  );
  if (others.length === 0) return null;
  return { about, kind: 'others', others: others.slice(0, OTHERS_TOLD) };
}

const atSex = (one: AssessedIndicator, sex: Sex) =>
  ofPeriod(one).find(
    (other) => other.sex === sex && other.place === one.place && other.breakdown === '',
  );

/** A measure of how many, whose parts may be added. */
const isCount = ({ measure, indicator }: AssessedIndicator) =>
  !measure.isShare && measure.unit !== '%' && indicator.addsUp !== 'weighted';

/** Women and men where both are known. */
export function sexesStatement(one: AssessedIndicator): Statement | null {
  const [women, men, now] = [atSex(one, 'K'), atSex(one, 'M'), toldOf(one)];
  if (!women || !men || !now) return null;
  const about = aboutIndicator(one);
  const isAll = isCount(one) && compare(women.value + men.value, now.value) === 0;
  const difference = subtract(women.value, men.value);
  if (difference === 0 && !isAll) return null;
  return {
    ...{ about, kind: 'sexes' },
    women: aFigure(about, 'sex', women.value, women),
    men: aFigure(about, 'sex', men.value, men),
    difference: aFigure(about, 'sex-difference', difference, women, 'K M'),
    whole: isAll ? aFigure(about, 'value', now.value, now) : null,
  };
}

/** Units right under what the value is about, and else the largest family of siblings. */
function siblings(
  { places }: Pick<Assessed, 'places'>,
  one: AssessedIndicator,
  values: readonly Valued[],
): readonly Valued[] {
  const parentOf = (id: number) => places.find((place) => place.id === id)?.parent ?? null;
  const families = groupBy(values, ({ place }) => parentOf(place));
  const own = families.get(one.place) ?? [];
  const largest = [...families.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  return own.length > 1 ? own : largest;
}

/** One unit that stands out, or two that share it; more stand out from nothing. */
const SHARING = 2;

function standingOut(about: About, values: readonly Valued[], end: number): readonly Named[] {
  return values
    .filter(({ value }) => compare(value, end) === 0)
    .map((one) => ({ place: one.place, figure: aFigure(about, 'unit', one.value, one) }));
}

export function unitsStatement(
  assessed: Pick<Assessed, 'places'>,
  one: AssessedIndicator,
): Statement | null {
  const all = unitValues(ofPeriod(one).filter(isWhole), assessed.places, one.place);
  const values = siblings(assessed, one, all.filter(isValued));
  const numbers = values.map(({ value }) => value);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (values.length < 2 || compare(least, most) === 0) return null;
  const about = aboutIndicator(one);
  const [highest, lowest] = [standingOut(about, values, most), standingOut(about, values, least)];
  if (highest.length > SHARING || lowest.length > SHARING) return null;
  return { about, kind: 'units', highest, lowest, better: one.indicator.better };
}

/** More than this are told in a table. */
const PARTS_TOLD = 4;

/** Of a measure that is only told in parts: those of the newest period at its own place. */
export function partsStatement(
  { occasion }: Pick<Assessed, 'occasion'>,
  one: AssessedIndicator,
): Statement | null {
  if (one.current.kind !== 'only-parts') return null;
  const own = newestFirst(
    one.observations.filter(
      (other) =>
        isValued(other) &&
        other.kind === 'utfall' &&
        other.place === one.place &&
        countsBy(other, occasion.cutoffOn),
    ),
  ).filter(isValued);
  const [newest] = own;
  if (!newest) return null;
  const about = aboutIndicator(one);
  // By sex or by one kind of part: the two are not parts of one whole.
  const kindOf = ({ sex, breakdown }: Observation) => `${breakdownName(breakdown)} ${sex === 'T'}`;
  const parts = own.filter(
    (other) => other.period.text === newest.period.text && kindOf(other) === kindOf(newest),
  );
  return {
    ...{ about, kind: 'parts', period: newest.period },
    parts: parts.slice(0, PARTS_TOLD).map((observation) => ({
      observation,
      figure: aFigure(about, 'part', observation.value, observation),
    })),
    more: aFigure(about, 'count', Math.max(0, parts.length - PARTS_TOLD), newest, 'parts'),
  };
}

/** How many answers it rests on: where they are few, or it is known how many were asked. */
export function answersStatement(one: AssessedIndicator): Statement | null {
  const now = toldOf(one);
  const few = now && fewAnswersOf(now, one.measure);
  const answers = few?.answers ?? now?.n ?? null;
  const asked = now?.asked ?? null;
  const oneMoves = few?.oneMoves ?? null;
  const isAsked = answers !== null && asked !== null && asked > 0 && answers <= asked;
  if (!now || answers === null || (!few && !isAsked)) return null;
  const about = aboutIndicator(one);
  return {
    ...{ about, kind: 'answers', answers: aFigure(about, 'answers', answers, now) },
    asked: isAsked ? aFigure(about, 'asked', asked, now) : null,
    rate: isAsked ? aFigure(about, 'response-rate', (100 * answers) / asked, now) : null,
    oneMoves: oneMoves === null ? null : aFigure(about, 'one-moves', oneMoves, now),
  };
}

/** A value that was added up from fewer parts than there are. */
export function incompleteStatement(one: AssessedIndicator): Statement | null {
  const { total } = one;
  const now = toldOf(one);
  if (!total || !now || total.missing === 0) return null;
  const about = aboutIndicator(one);
  return {
    ...{ about, kind: 'incomplete' },
    missing: aFigure(about, 'missing', total.missing, now),
    of: aFigure(about, 'of', total.of, now),
  };
}
