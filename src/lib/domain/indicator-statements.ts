import type { Assessed } from './assess-all.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import {
  answersStatement,
  beforeStatement,
  incompleteStatement,
  othersStatement,
  partsStatement,
  plannedStatements,
  rankStatement,
  sexesStatement,
  unitsStatement,
} from './beside-statements.ts';
import { sideOf } from './state.ts';
import type { Statement, StatementKind } from './statement.ts';
import {
  aboutIndicator,
  laterTargetStatement,
  noValueStatement,
  targetStatement,
  valueStatement,
} from './value-statements.ts';

/** What an indicator is told with, and no more: the rest stands in its table. */
const MOST_SENTENCES = 5;

/** These are said in the sentence of the value they follow. */
const IN_ITS_SENTENCE: ReadonlySet<StatementKind> = new Set([
  'against-target',
  'place-against-target',
]);

/** What people say of the whole, where the rule says nothing or says otherwise. */
function judgedStatement(
  { place }: Pick<Assessed, 'place'>,
  one: AssessedIndicator,
): Statement | null {
  const said = one.said.find((each) => each.place === place);
  if (!said || said.state.kind === 'ej_bedomt') return null;
  const rule = one.step;
  const side = said.state.kind === 'step' && rule ? sideOf(said.state.step, rule) : null;
  if (rule !== null && side === null && said.trend === null) return null;
  const { state, trend, reason } = said;
  return { about: aboutIndicator(one), kind: 'judged', state, side, trend, reason };
}

type Told = Pick<Assessed, 'place' | 'places' | 'later' | 'occasion'>;

/** All there is to say, the most important first: that is the order it is read in too. */
function allOf(assessed: Told, one: AssessedIndicator): readonly (Statement | null)[] {
  const value = valueStatement(one);
  // Parts say themselves that there is nothing else.
  const parts = partsStatement(assessed, one);
  return [
    value ?? parts ?? noValueStatement(assessed, one),
    targetStatement(one),
    judgedStatement(assessed, one),
    incompleteStatement(one),
    beforeStatement(one),
    ...(value ? plannedStatements(one) : []),
    answersStatement(one),
    sexesStatement(one),
    othersStatement(assessed, one),
    rankStatement(one),
    unitsStatement(assessed, one),
    laterTargetStatement(one),
  ];
}

/** As many as make the sentences an indicator has; what is said in another's sentence takes none. */
export function indicatorStatements(assessed: Told, one: AssessedIndicator): readonly Statement[] {
  const all = allOf(assessed, one).filter((statement) => statement !== null);
  let sentences = 0;
  return all.filter(({ kind }) => {
    if (!IN_ITS_SENTENCE.has(kind)) sentences += 1;
    return sentences <= MOST_SENTENCES;
  });
}
