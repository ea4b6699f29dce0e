/* Whether the one who answers for a part has said that it is ready (klarmarkering), and whether that still holds. */

/** `changed`: something has been said of it since it was marked, or what it leans on is no longer so. */
export type Readiness = 'open' | 'ready' | 'changed';

/** `saidAt`: when something was last said of it; null for never. Both are UTC text. */
export function readinessOf(
  mark: { readonly isReady: boolean; readonly at: string } | null,
  saidAt: string | null,
  isOutdated: boolean,
): Readiness {
  if (mark === null || !mark.isReady) return 'open';
  return isOutdated || (saidAt !== null && saidAt > mark.at) ? 'changed' : 'ready';
}
