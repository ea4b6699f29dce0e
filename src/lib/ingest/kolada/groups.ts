import type { Problem } from '#lib/domain/problem.ts';

/** Groups of kommuner as Kolada has them, of which it gives unweighted means. */
export type KoladaGroup = {
  readonly code: string;
  readonly title: string;
  readonly kind: GroupKind;
  /** What its kommuner are like each other in; null where the title says none of it. */
  readonly area: string | null;
  /** The kommun that the others are like. */
  readonly unit: string | null;
  /** Of the model: the groups are made anew each year. */
  readonly year: number | null;
  readonly members: readonly { readonly code: string; readonly name: string }[];
  readonly line: number;
};

export type GroupKind =
  'liknande' | 'lan_ovagt_medel' | 'alla_ovagt_medel' | 'ovagt_medel' | 'annan';

/** By title; the first that fits. */
const KINDS: readonly (readonly [shows: RegExp, GroupKind])[] = [
  [/^liknande (?:kommuner|regioner)\b/i, 'liknande'],
  [/läns kommuner \(ovägt medel\)$/i, 'lan_ovagt_medel'],
  [/^alla (?:kommuner|regioner|landsting)\b/i, 'alla_ovagt_medel'],
  [/\(ovägt medel\)$/i, 'ovagt_medel'],
];

/** "Liknande kommuner, övergripande, Gnesta, 2025"; those of one area have no comma before it. */
const LIKE = /^liknande (?:kommuner|regioner),? (.+), ([^,]+), (\d{4})$/i;

/** What the title of a group says of it. */
export function readTitle(title: string): Pick<KoladaGroup, 'kind' | 'area' | 'unit' | 'year'> {
  const bare = title.trim().replace(/\s+/g, ' ');
  const kind = KINDS.find(([shows]) => shows.test(bare))?.[1] ?? 'annan';
  const found = LIKE.exec(bare);
  if (!found) return { kind, area: null, unit: null, year: null };
  return { kind, area: found[1]!, unit: found[2]!, year: Number(found[3]) };
}

/** Those like a kommun are others; of every other group the kommun it stands for is a member. */
export const holdsItself = ({ unit, members }: Pick<KoladaGroup, 'unit' | 'members'>): boolean =>
  unit === null || members.some(({ name }) => name === unit);

/** Members that nobody knows, each once, with the first group it stands in. */
export function unknownMembers(
  groups: readonly KoladaGroup[],
  known: ReadonlySet<string>,
): Problem[] {
  const found = new Map<string, { line: number; group: string; lines: number }>();
  for (const { title, line, members } of groups) {
    for (const { code } of members) {
      if (known.has(code)) continue;
      const first = found.get(code);
      if (first) first.lines += 1;
      else found.set(code, { line, group: title, lines: 1 });
    }
  }
  return [...found].map(([value, told]) => ({ code: 'unknown-member', value, ...told }));
}
