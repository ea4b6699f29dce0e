import type { SheetFault } from '#lib/domain/judging.ts';
import type { PageData } from './$types';

/* What the parts of this page are given, as the page's own data says it. */

export type Place = PageData['view']['places'][number];
export type Slot = Place['slots'][number];
export type Material = PageData['material'];
export type Faults = Readonly<Record<string, readonly SheetFault[]>>;

/** What a field says: what somebody is writing, else what holds. */
export const shownIn = ({ draft, held }: Slot, name: string): string =>
  (draft?.fields ?? held)[name] ?? '';

/** All that the form says when it is opened. */
export const shownAtFirst = (places: readonly Place[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    places.flatMap(({ slots }) =>
      slots.flatMap((slot) =>
        Object.keys(slot.held).map((name) => [name, shownIn(slot, name)] as const),
      ),
    ),
  );
