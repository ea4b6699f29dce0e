import { error } from '@sveltejs/kit';
import { isOpen } from '#lib/domain/occasion.ts';
import type { Slot } from '#lib/domain/report.ts';
import { slotKey } from '#lib/domain/report.ts';
import { slotText } from '#lib/format/report/written.ts';
import type { SlotText } from '#lib/format/report/written.ts';
import { readReport } from '#lib/server/reports/read.ts';
import { headTexts, slotGroups } from '#lib/server/reports/slots.ts';
import { HEAD_SLOTS } from '#lib/domain/report.ts';
import type { Asked } from '#routes/guard.server.ts';
import { actorOr403, assessedOr404, standingOr404, today } from '#routes/guard.server.ts';

/** The report that somebody writes in: until it is sent all who judge, and at its meeting who publishes. */
export function writingAt(asked: Asked) {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const { kommun, namnd } = standing;
  const action = isOpen(assessed.occasion) ? 'judge' : 'publish';
  const actor = actorOr403(asked, action, { kommun: kommun.id, namnd: namnd.id });
  if (assessed.occasion.phase === 'last')
    error(409, `${assessed.occasion.title} är låst. Rapporten står som nämnden beslutade den.`);
  const report = readReport(asked.locals.db, assessed, today());
  const headText = (part: string): SlotText =>
    slotText({ part, about: null }, { tokens: [] }, report.written.paragraphs);
  const texts = [
    ...Object.values(HEAD_SLOTS).map(headText),
    ...report.parts.flatMap((part) => part.texts),
  ];
  const groups = [headTexts(headText), ...slotGroups(assessed, report.parts)];
  return { standing, kommun, namnd, assessed, actor, report, texts, groups };
}

/** A place by its key; 404 for one that the report has not got. */
export function textOr404(texts: readonly SlotText[], key: string): SlotText {
  const found = texts.find(({ slot }: { slot: Slot }) => slotKey(slot) === key);
  if (!found) error(404, 'Den texten finns inte i rapporten. Öppna sidan på nytt.');
  return found;
}
