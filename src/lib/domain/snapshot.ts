import type {
  Activity,
  Goal,
  Indicator,
  Kommun,
  Level,
  Measure,
  Namnd,
  NamndOccasion,
  Occasion,
  OwnerRole,
  Plan,
  Scale,
  Target,
} from './model.ts';
import type { Ceiling, Comment, Judgement } from './judgement.ts';
import type { ActivityState } from './lifecycle.ts';
import type { DecidedValue } from './decided-before.ts';
import type { Observation } from './observation.ts';
import type { EarlierJudgements } from './said.ts';

/** Where values may come from: the kommun, its units in a tree, other kommuner, riket, groups. */
export type Place = {
  readonly id: number;
  readonly kind: 'riket' | 'region' | 'group' | 'kommun' | 'unit';
  readonly code: string | null;
  readonly name: string;
  readonly parent: number | null;
};

/** A comparison group: its members, never the kommun itself. */
export type Group = {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly members: readonly number[];
};

/** One kommun's value of a Kolada measure, both sexes, for a period: what a rank is made of. */
export type PeerValue = {
  readonly measure: number;
  readonly period: string;
  readonly place: number;
  readonly value: number;
};

/** All that one nämnd shows at one occasion, read once. */
export type Snapshot = {
  readonly kommun: Kommun;
  /** Place of the kommun itself: what a headline value is about. */
  readonly place: number;
  readonly namnd: Namnd;
  readonly occasion: NamndOccasion;
  readonly forecastOccasion: Occasion | null;
  /** The kommun's occasions after this one, in order of time. */
  readonly later: readonly Occasion[];
  readonly plans: readonly Plan[];
  readonly levels: readonly Level[];
  readonly scales: readonly Scale[];
  readonly goals: readonly Goal[];
  readonly activities: readonly Activity[];
  readonly roles: readonly OwnerRole[];
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  /** Places that the observations are about, and the kommuner that peers are. */
  readonly places: readonly Place[];
  readonly groups: readonly Group[];
  readonly peers: readonly PeerValue[];
  readonly observations: readonly Observation[];
  readonly judgements: readonly Judgement[];
  readonly comments: readonly Comment[];
  readonly ceilings: readonly Ceiling[];
  /** How activities go, of those that somebody has said it of. */
  readonly activityStates: readonly ActivityState[];
  /** Values of versions that nämnder have decided: what everybody can read beside what is seen now. */
  readonly decided: readonly (readonly DecidedValue[])[];
  /** What the nämnd said at its published occasions before this one, in order of time. */
  readonly earlier: readonly EarlierJudgements[];
};
