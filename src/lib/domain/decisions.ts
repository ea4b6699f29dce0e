import type { Decision, Decisions, Phase, Version } from './model.ts';
import { moveOf } from './occasion.ts';

/** A step of an occasion, with what was frozen when it was locked. */
export type Step = {
  readonly phase: Phase;
  readonly settlement: number | null;
  readonly reason: string | null;
  readonly at: string;
};

type Settled = Decision & Pick<Version, 'id' | 'sha256'>;

/** The versions of an occasion, from what was frozen of it and its steps, both in order. */
export function decisionsOf(settled: readonly Settled[], steps: readonly Step[]): Decisions {
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
    return { ...one, opened: opened ? { reason: opened.reason ?? '', at: opened.at } : null };
  };
  return {
    versions: settled.filter((one) => !isMistaken(one)).map(asVersion),
    mistaken: settled.filter(isMistaken).map(asVersion),
  };
}
