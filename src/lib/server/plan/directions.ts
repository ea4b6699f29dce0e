import type { Better } from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import type { PlanFile } from './file.ts';
import type { PlanProblem } from './parse.ts';

/*
 * Targets that contradict their indicator: one that is reached by getting worse colours backwards,
 * and one that can never be judged colours nothing.
 */

type IndicatorIn = PlanFile['indicators'][number];
type TargetIn = IndicatorIn['targets'][number];

const UP: Better = 'higher';
const DOWN: Better = 'lower';

/** Which way a rule wants the value to go; null for one that wants no way. */
const WAY: {
  readonly [Kind in TargetRule['kind']]: (
    rule: Extract<TargetRule, { kind: Kind }>,
  ) => Better | null;
} = {
  'at-least': () => UP,
  'at-most': () => DOWN,
  change: ({ by }) => (by > 0 ? UP : DOWN),
  'better-than-previous': ({ way }) => (way === 'up' ? UP : DOWN),
  'count-by': () => UP,
  between: () => null,
  hold: () => null,
  rank: () => null,
  'done-by': () => null,
  text: () => null,
  reference: () => null,
};

const wayOf = (rule: TargetRule) => (WAY[rule.kind] as (rule: TargetRule) => Better | null)(rule);

const OPPOSITE: Readonly<Partial<Record<Better, Better>>> = { higher: DOWN, lower: UP };

/** Each with what is wrong; the first part of a row says when. */
const RULES: readonly (readonly [
  isWrong: (indicator: IndicatorIn, target: TargetIn, isKolada: boolean) => boolean,
  message: string,
])[] = [
  [
    ({ better }, { rule }) => wayOf(rule) !== null && wayOf(rule) === OPPOSITE[better],
    'går åt andra hållet än indikatorns better. Ändra det ena',
  ],
  [
    ({ better }, { rule }) =>
      rule.kind === 'rank' && !rule.isReported && OPPOSITE[better] === undefined,
    'är en placering, och då behöver indikatorn better higher eller lower',
  ],
  [
    (_, { rule }, isKolada) => rule.kind === 'rank' && !rule.isReported && !isKolada,
    'är en placering bland kommuner, och det har bara Koladas mått. Skriv isReported om den rapporteras',
  ],
  [
    (_, { rule, year }) =>
      (rule.kind === 'count-by' || rule.kind === 'done-by') && !rule.on.startsWith(String(year)),
    'har en dag i ett annat år än målvärdets. Rätta on eller year',
  ],
];

/** Every target that its indicator gainsays. */
export function checkDirections({ indicators, measures }: PlanFile): readonly PlanProblem[] {
  const kolada = new Set(measures.filter((one) => one.source === 'kolada').map((one) => one.code));
  return indicators.flatMap((indicator, at) => [
    ...indicator.targets.flatMap((target, index) =>
      RULES.filter(([isWrong]) => isWrong(indicator, target, kolada.has(indicator.measure))).map(
        ([, message]) => ({ path: `indicators.${at}.targets.${index}.rule`, message }),
      ),
    ),
    ...(indicator.hasLinearShare && indicator.addsUp !== 'cumulative'
      ? [
          {
            path: `indicators.${at}.hasLinearShare`,
            message: 'kräver att perioderna räknas ihop: sätt addsUp till cumulative',
          },
        ]
      : []),
  ]);
}
