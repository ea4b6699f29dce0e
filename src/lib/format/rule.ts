import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Met, Target } from '#lib/domain/model.ts';
import type { TargetRule, Yellow } from '#lib/domain/rule.ts';
import { stepForVerdict } from '#lib/domain/scale.ts';
import { COLOUR, VERDICT } from './labels.ts';
import { formatDay, upperFirst } from './sv.ts';
import {
  betterWords,
  changeWords,
  holdWords,
  outsideWords,
  placeWords,
  showWith,
  zoneWords,
} from './target.ts';
import type { Show } from './target.ts';
import { limitDecimalsOf } from './value.ts';

/** The two ends of a rule, and its yellow where the kind may have one. */
type Ends = { readonly met: string; readonly missed: string; readonly yellow?: Yellow | null };

type Of<Kind extends TargetRule['kind']> = Extract<TargetRule, { kind: Kind }>;
type Say<Kind extends TargetRule['kind']> = (
  rule: Of<Kind>,
  one: AssessedIndicator,
  show: Show,
) => Ends | string;

/** What every kind with a zone says of it; `more` is what the zone was made from. */
function zoneEnds(
  one: AssessedIndicator,
  show: Show,
  yellow: Yellow | null,
  more: string | null = null,
): Ends | string {
  const { aim } = one.verdict.because;
  if (aim === null) return 'Målvärdet går inte att räkna ut, eftersom basvärdet är 0.';
  const met = zoneWords(aim.zone, show);
  // A share of nought has no width.
  const hasYellow = yellow?.kind === 'better-than-before' || aim.near !== null;
  return {
    met: more === null || more === met ? met : `${met} (${more})`,
    missed: outsideWords(aim.zone, show),
    yellow: hasYellow ? yellow : null,
  };
}

/** A row for every kind there is. A sentence alone is one without colours. */
const SAYS: { readonly [Kind in TargetRule['kind']]: Say<Kind> } = {
  'at-least': ({ yellow }, one, show) => zoneEnds(one, show, yellow),
  'at-most': ({ yellow }, one, show) => zoneEnds(one, show, yellow),
  between: ({ yellow }, one, show) => zoneEnds(one, show, yellow),
  hold: (rule, one, show) => zoneEnds(one, show, rule.yellow, holdWords(rule, show)),
  change: (rule, one, show) => zoneEnds(one, show, rule.yellow, changeWords(rule, show.unit)),
  'better-than-previous': (rule) => ({
    met: betterWords(rule),
    missed: 'annars, också när värdet är oförändrat',
  }),
  rank: (rule) => ({
    met: placeWords(rule),
    missed: `sämre än plats ${rule.atMost}`,
  }),
  'count-by': ({ value, on }, _, show) => ({
    met: `minst ${show.amount(value)} senast ${formatDay(on)}`,
    missed: 'annars, när den dagen har kommit',
  }),
  'done-by': ({ on }) => ({
    met: `klart senast ${formatDay(on)}`,
    missed: 'annars, när den dagen har kommit',
  }),
  text: ({ words }) => `Målet är satt i ord: ${words.replace(/\.$/, '')}.`,
  reference: () => 'Budgeten visas bredvid och ger ingen färg.',
};

/** "Grönt" for the colour that a verdict has on the plan's scale. */
const colourOf = ({ scale }: AssessedIndicator, met: Met) => {
  const step = scale && stepForVerdict(scale, met);
  return step ? upperFirst(COLOUR[step.colour]) : upperFirst(VERDICT[met]);
};

function yellowSentence(one: AssessedIndicator, yellow: Yellow | null, show: Show): string {
  if (yellow === null) return 'Inget gult är satt.';
  const { aim } = one.verdict.because;
  const words =
    yellow.kind === 'better-than-before' || !aim?.near
      ? 'bättre än värdet ett år tidigare'
      : zoneWords(aim.near, show);
  return `${colourOf(one, 'near')}: ${words}.`;
}

/** "Målvärdet för hela året är 120; hittills gäller 4 tolftedelar av det." */
function shareSentence(one: AssessedIndicator): string | null {
  const { aim } = one.verdict.because;
  if (!aim || aim.months === 12) return null;
  return `Gränserna är ${aim.months}/12 av årets, för de månader som har gått.`;
}

function endsSentence(one: AssessedIndicator, ends: Ends, show: Show): string {
  const { met, missed, yellow } = ends;
  return [
    `${colourOf(one, 'met')}: ${met}.`,
    yellow === undefined ? null : yellowSentence(one, yellow, show),
    `${colourOf(one, 'missed')}: ${yellow ? 'annars' : missed}.`,
    shareSentence(one),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function sentenceOf(one: AssessedIndicator, { rule }: Target): string {
  const show = showWith(limitDecimalsOf(one), one.measure.unit);
  const say = SAYS[rule.kind] as Say<TargetRule['kind']>;
  const said = say(rule as never, one, show);
  return typeof said === 'string' ? said : endsSentence(one, said, show);
}

/** The rule in words: "Grönt: högst 90 dagar. Inget gult är satt. Rött: över 90 dagar." */
export const ruleSentence = (one: AssessedIndicator): string | null => {
  const { target } = one.verdict.because;
  return target && sentenceOf(one, target);
};
