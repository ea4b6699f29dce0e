import type { Level, Occasion, Plan, Policy, Reported, Scale } from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { stepByKey } from '#lib/domain/scale.ts';
import { FRESHNESS } from '#lib/domain/series.ts';
import { formatGiven } from './amount.ts';
import { joinWords, lowerFirst } from './sv.ts';

/* The rules themselves as sentences, for the page that says how every colour is set. */

/** What colours an indicator with a target of the kind; a row for every kind there is. */
export const RULE_KIND: Readonly<Record<TargetRule['kind'], string>> = {
  'at-least':
    'Minst: målet är nått när värdet är målvärdet eller högre. Står det ”över” räcker inte själva målvärdet.',
  'at-most':
    'Högst: målet är nått när värdet är målvärdet eller lägre. Står det ”under” räcker inte själva målvärdet.',
  between: 'Mellan: målet är nått när värdet ligger i spannet, gränserna medräknade.',
  hold: 'Bibehålla: målet är nått när värdet ligger så nära basvärdet som planen tillåter.',
  change:
    'Förändring: målet är nått när värdet har ändrats minst så mycket från basvärdet som planen säger.',
  'better-than-previous':
    'Öka eller minska: målet är nått när värdet är bättre än det jämförbara värdet ett år tidigare. Finns inget sådant blir det ingen färg.',
  rank: 'Placering: målet är nått vid den placering planen säger eller en bättre. Lika värden delar plats.',
  'count-by':
    'Antal till en dag: målet är nått när antalet är uppe i målet. Innan dagen har kommit kan det inte vara rött.',
  'done-by':
    'Klart till en dag: målet är nått när det är gjort. Innan dagen har kommit kan det inte vara rött.',
  text: 'Mål i ord: visas och får aldrig någon färg.',
  reference: 'Budget eller annat jämförelsetal: visas bredvid och ger aldrig någon färg.',
};

type Say<P extends Policy> = (policy: P, scale: Scale | null) => string;

const POLICY: { readonly [Kind in Policy['kind']]: Say<Extract<Policy, { kind: Kind }>> } = {
  none: () => 'Inget förslag räknas fram ur det som ligger under.',
  worst: () => 'Förslaget är det sämsta av det som ligger under och är bedömt.',
  shares: ({ limits }, scale) => {
    const wordOf = (key: string) => (scale && stepByKey(scale, key)?.word.outcome) ?? key;
    const words = limits.map(
      ({ step, atLeast }) => `”${wordOf(step)}” från ${formatGiven(atLeast * 100)}\u00a0%`,
    );
    return `Förslaget följer hur stor andel av det som ligger under som står bäst: ${joinWords(words)}.`;
  },
};

/** How a level's suggestion is made, in the words of its scale. */
export const policyWords = (policy: Policy, scale: Scale | null): string =>
  (POLICY[policy.kind] as Say<Policy>)(policy, scale);

const REPORTED: Readonly<Record<Reported, string>> = {
  forecast: 'bedöms som prognos',
  outcome: 'bedöms som utfall',
  words: 'redovisas i ord',
  none: 'bedöms inte',
};

/** "Bedöms som prognos vid delår 2023, som utfall …": what a level does at the kommun's occasions, alike ones together. */
export function reportedWords({ reported }: Level, occasions: readonly Occasion[]): string {
  const kinds = [...new Set(occasions.map((one) => one.kind))];
  const words = (kind: string) => REPORTED[reported[kind] ?? 'none'];
  const groups = [...new Set(kinds.map(words))];
  if (groups.length < 2) return groups[0] ?? REPORTED.none;
  return groups
    .map((word) => {
      const titles = occasions
        .filter((one) => words(one.kind) === word)
        .map((one) => lowerFirst(one.title));
      return `${word} vid ${joinWords(titles)}`;
    })
    .join('; ');
}

/** Who has the last word. */
export const JUDGED_BY: Readonly<Record<Plan['judgedBy'], string>> = {
  people:
    'Människor bedömer. Det som räknas fram visas som ett förslag och ändrar aldrig bedömningen; saknas en bedömning står det ej bedömt.',
  rule: 'Regeln bedömer: förslaget är läget, märkt ”beräknad”, om ingen har bedömt.',
};

/** How old a value may be, from the rule that decides it. */
export const freshnessWords = (): string => {
  const { own, kolada } = FRESHNESS;
  const words = (rule: typeof own) =>
    rule.kind === 'months' ? `högst ${rule.months} månader gamla` : 'från samma kalenderår';
  return `Egna värden ska vara ${words(own)}, Koladas och enkäters ${words(kolada)}. Ett äldre värde visas med sitt år och ger ingen färg.`;
};
