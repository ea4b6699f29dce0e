import type { Assessed } from '#lib/domain/assess-all.ts';
import { isOpen } from '#lib/domain/occasion.ts';
import { readReport } from '#lib/server/reports/read.ts';
import { assessedOr404, may, standingOr404, today } from '#routes/guard.server.ts';

/** Who may write in the report as it stands: until it is sent all who judge, and at the meeting who publishes. */
const writesIn = (user: App.Locals['user'], { kommun, namnd, occasion }: Assessed) => {
  const where = { kommun: kommun.id, namnd: namnd.id };
  if (occasion.phase === 'last') return false;
  return may(user, isOpen(occasion) ? 'judge' : 'publish', where);
};

export const load = (asked) => {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const { user, db } = asked.locals;
  const { document, parts, isFrozen } = readReport(db, assessed, today());
  const canWrite = writesIn(user, assessed);
  const texts = parts.flatMap((part) => part.texts);
  return {
    title: `${document.title}, ${standing.namnd.name}`,
    ...{ document, isFrozen, canWrite },
    /** How many written texts have numbers that are no longer so; told to who can do something about it. */
    stale: canWrite ? texts.filter(({ change }) => change.kind !== 'same').length : 0,
    canChange: may(user, 'publish', { kommun: standing.kommun.id, namnd: null }),
  };
};
