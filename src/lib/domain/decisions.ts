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
  const since = (id: number) => steps[steps.findIndex((one) => one.settlement === id) + 1];
  const isMistaken = ({ id }: Settled) => {
    const next = since(id);
    return next !== undefined && moveOf('last', next.phase) === 'unlock';
  };
  const asVersion = (one: Settled): Version => {
    const next = since(one.id);
    return { ...one, opened: next ? { reason: next.reason ?? '', at: next.at } : null };
  };
  return {
    versions: settled.filter((one) => !isMistaken(one)).map(asVersion),
    mistaken: settled.filter(isMistaken).map(asVersion),
  };
}
