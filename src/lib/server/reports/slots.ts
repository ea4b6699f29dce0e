import type { Assessed } from '#lib/domain/assess-all.ts';
import { HEAD_SLOTS, slotKey } from '#lib/domain/report.ts';
import { tidyText } from '#lib/domain/rich-text.ts';
import type { DraftChange } from '#lib/format/compare-drafts.ts';
import type { ComposedPart } from '#lib/format/report/compose.ts';
import { bodyOf, unboundNumbers, withNewNumbers } from '#lib/format/report/written.ts';
import type { Elsewhere, SlotText } from '#lib/format/report/written.ts';
import { textOf } from '#lib/format/token.ts';
import { markOf } from '../basis-mark.ts';

/* The places of a report where somebody writes, as their page shows them. */

/** A place with what stands in it, what is drafted, and what has come of its numbers. */
export type SlotView = {
  readonly key: string;
  readonly title: string;
  readonly guidance: string;
  readonly body: string;
  /** What is drafted now; '' where nothing is. */
  readonly draft: string;
  /** A mark of the draft that is seen, so that nobody writes beside another. */
  readonly seen: string;
  /** The text that is seen; null of a draft that nobody has taken in. */
  readonly base: number | null;
  /** Where numbers of it are from that stand for no value here, a line for each. */
  readonly sources: string;
  /** A mark of all of that, as it is given to be written in. */
  readonly given: string;
  readonly change: DraftChange;
  /** The text with its numbers as they are now; null where that takes somebody. */
  readonly renewed: string | null;
  /** Numbers that stand for no value here, of which nobody has said where they are from. */
  readonly unbound: readonly string[];
  /** One line is enough. */
  readonly isShort: boolean;
};

/** A mark of a text and its sources as a form gives them: what comes back with another has been written in. */
export const givenMark = (body: string, told: string): string =>
  markOf(JSON.stringify([tidyText(body), tidyText(told)]));

/** The sources of numbers as they are written, a line for each. */
const sourcesText = (elsewhere: readonly Elsewhere[]): string =>
  elsewhere.map(({ number, source }) => `${number}: ${source}`).join('\n');

export type SlotGroup = { readonly title: string; readonly slots: readonly SlotView[] };

const viewOf = (text: SlotText, title: string, guidance: string, isShort = false): SlotView => {
  const [draft, body] = [textOf(text.draft), bodyOf(text)];
  const sources = sourcesText(text.written?.elsewhere ?? []);
  return {
    ...{ key: slotKey(text.slot), title, guidance, draft, isShort, body, sources },
    ...{ seen: markOf(draft), base: text.written?.id ?? null, given: givenMark(body, sources) },
    ...{ change: text.change, renewed: withNewNumbers(text), unbound: unboundNumbers(text) },
  };
};

function titleOf(
  { goals, indicators }: Assessed,
  { slot: { about } }: SlotText,
  part: string,
): string {
  const goal = about?.kind === 'goal' && goals.find((one) => one.goal.id === about.id);
  const own =
    about?.kind === 'indicator' && indicators.find((one) => one.indicator.id === about.id);
  if (own) return own.indicator.short ?? own.indicator.title;
  return goal ? goal.title : part;
}

/** Those of the parts; the anvisning stands with the first of each. */
export const slotGroups = (
  assessed: Assessed,
  parts: readonly ComposedPart[],
): readonly SlotGroup[] =>
  parts
    .filter(({ texts }) => texts.length > 0)
    .map(({ part, texts }) => ({
      title: part.title,
      slots: texts.map((text, at) =>
        viewOf(text, titleOf(assessed, text, part.title), at === 0 ? part.guidance : ''),
      ),
    }));

/** Those of the head: of the diarienummer while nothing is decided, and of what the nämnd is asked to decide. */
export const headTexts = (slotTextOf: (part: string) => SlotText): SlotGroup => ({
  title: 'Uppgifter och förslag till beslut',
  slots: [
    viewOf(slotTextOf(HEAD_SLOTS.diarienummer), 'Diarienummer', '', true),
    viewOf(slotTextOf(HEAD_SLOTS.proposal), 'Förslag till beslut', ''),
  ],
});
