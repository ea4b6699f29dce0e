import type { Correction, ToldDecision } from './correction.ts';
import type { Decision, Phase } from './model.ts';
import { moveOf } from './occasion.ts';

/** A decision as it is kept: what was frozen has these bytes. */
export type Version = Decision & {
  readonly id: number;
  readonly sha256: string;
  /** Why it was opened since; null while nothing has been. */
  readonly opened: { readonly reason: string; readonly at: string } | null;
  /** What was told of it when it was locked, and frozen so, where that has been put right since; null where it has not. */
  readonly corrected: {
    readonly told: ToldDecision;
    readonly reason: string;
    readonly at: string;
  } | null;
};

/** What a nämnd has decided of an occasion, the first first. */
export type Decisions = {
  readonly versions: readonly Version[];
  /** Locked by mistake: the nämnd never decided them. They are kept, and nobody reads them as decided. */
  readonly mistaken: readonly Version[];
};

/** A step of an occasion, with what was frozen when it was locked. */
export type Step = {
  readonly id: number;
  readonly phase: Phase;
  readonly settlement: number | null;
  readonly reason: string | null;
  readonly at: string;
};

type Settled = Decision & Pick<Version, 'id' | 'sha256'>;

/** What is told of a decision, without which version it is. */
export const toldOf = ({ decidedOn, paragraph, diarienummer }: Decision) => ({
  ...{ decidedOn, paragraph, diarienummer },
});

/** A decision as it stands, and as it was told where that was put right. */
function asCorrected(one: Settled, steps: readonly Step[], corrections: readonly Correction[]) {
  const step = steps.find(({ settlement }) => settlement === one.id);
  const last = corrections.findLast((put) => put.step === step?.id && put.decision !== null);
  if (!last?.decision) return { ...one, corrected: null };
  const { reason, at } = last;
  return {
    ...{ ...one, ...last.decision },
    corrected: { told: toldOf(one), reason: reason ?? '', at },
  };
}

/** The versions of an occasion, from what was frozen of it, its steps, and what was put right, each in order. */
export function decisionsOf(
  settled: readonly Settled[],
  steps: readonly Step[],
  corrections: readonly Correction[],
): Decisions {
  /** What has been done from the locking of a version to the next. */
  const since = (id: number) => {
    const rest = steps.slice(steps.findIndex((one) => one.settlement === id) + 1);
    const next = rest.findIndex(({ phase }) => phase === 'last');
    return next === -1 ? rest : rest.slice(0, next);
  };
  const isMistaken = ({ id }: Settled) => {
    const [next] = since(id);
    return next !== undefined && moveOf('last', next.phase) === 'unlock';
  };
  const asVersion = (one: Settled): Version => {
    // Opened more than once before it is decided again, the last time is why.
    const [first, ...rest] = since(one.id);
    const last = [first, ...rest].findLast((step) => step?.phase === 'oppet') ?? first;
    const opened = isMistaken(one) ? first : last;
    const why = opened ? { reason: opened.reason ?? '', at: opened.at } : null;
    return { ...asCorrected(one, steps, corrections), opened: why };
  };
  return {
    versions: settled.filter((one) => !isMistaken(one)).map(asVersion),
    mistaken: settled.filter(isMistaken).map(asVersion),
  };
}
