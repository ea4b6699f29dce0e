import type {
  Activity,
  Ceiling,
  Comment,
  Goal,
  Indicator,
  Judgement,
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
import type { Observation } from './observation.ts';

/** All that one nämnd shows at one occasion, read once. */
export type Snapshot = {
  readonly kommun: Kommun;
  /** Place of the kommun itself: what a headline value is about. */
  readonly place: number;
  readonly namnd: Namnd;
  readonly occasion: NamndOccasion;
  readonly forecastOccasion: Occasion | null;
  readonly plans: readonly Plan[];
  readonly levels: readonly Level[];
  readonly scales: readonly Scale[];
  readonly goals: readonly Goal[];
  readonly activities: readonly Activity[];
  readonly roles: readonly OwnerRole[];
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  readonly observations: readonly Observation[];
  readonly judgements: readonly Judgement[];
  readonly comments: readonly Comment[];
  readonly ceilings: readonly Ceiling[];
};
