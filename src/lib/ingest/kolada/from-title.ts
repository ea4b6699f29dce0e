import { withoutEnd } from './kpi.ts';

/*
 * What a title of Kolada's shows of its figure. The API states neither unit nor kind, but its titles
 * end in them: "…, andel (%)", "…, kr/inv", "…, medelvärde (- 2024)". What does not stand there is null.
 */

/** Kinds that have no unit, or are no result; the first that the title shows. */
const KINDS: readonly (readonly [kind: string, shows: RegExp])[] = [
  ['flag_0_1', /\(\s*ja\s*=\s*1\b/i],
  ['margin', /osäkerhetstal|felmarginal/i],
  ['response_rate', /svarsfrekvens/i],
  ['answers', /antal svar(?:ande)?\b/i],
  ['mean', /medelvärde$/i],
  ['median', /median(?:värde)?$/i],
  ['index', /index\b/i],
];

export const kindIn = (title: string): string | null => {
  const bare = withoutEnd(title);
  return KINDS.find(([, shows]) => shows.test(bare))?.[0] ?? null;
};

/** What a title counts; the first that fits. A unit per something is written last. */
const UNITS: readonly (readonly [shows: RegExp, unit: string | null])[] = [
  [/\(%\)|\bandel %|(?:^|, )%$|procent(?:enheter)?$/i, '%'],
  [/(?:^|[\s,(])((?:t|m|mn)?kr\/[^,()]+)\)?$/i, null],
  [/(?:^|[\s,(])(antal\/[^,()]+)\)?$/i, null],
  [/(?:^|[\s,(])((?:t|m|mn)?kr|dagar|timmar|minuter)\)?$/i, null],
  [/\bantal\b/i, 'antal'],
];

export function unitIn(title: string): string | null {
  const bare = withoutEnd(title).replace(/\s+/g, ' ');
  for (const [shows, unit] of UNITS) {
    const found = shows.exec(bare);
    if (found) return unit ?? found[1]!.trim();
  }
  return null;
}

/** The words after the last comma, where they say how the figure is measured. */
export function measuredBy(title: string): string | null {
  const last = /,([^,]+)$/.exec(withoutEnd(title))?.[1]?.trim() ?? '';
  return kindIn(last) !== null || unitIn(last) !== null ? last : null;
}

/** "… Källa: SCB." */
export const sourceIn = (description: string): string | null =>
  /källa:\s*([^.].*?)\.?\s*$/is.exec(description)?.[1]?.replace(/\s+/g, ' ') ?? null;
