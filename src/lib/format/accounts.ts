import type { Grant, Where } from '#lib/domain/permission.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#lib/domain/password.ts';
import type { PasswordFault } from '#lib/domain/password.ts';
import { ROLE } from './roles.ts';

/* What is said of accounts, passwords and roles. */

/** Why a password cannot be chosen, and what to do. */
export const PASSWORD_FAULT: Readonly<Record<PasswordFault, string>> = {
  'too-short': `Lösenordet är för kort. Skriv minst ${SHORTEST_PASSWORD} tecken, gärna en mening.`,
  'too-long': `Lösenordet är för långt. Skriv högst ${LONGEST_PASSWORD} tecken.`,
  common: 'Lösenordet används av många och går lätt att gissa. Välj ett annat, gärna en mening.',
  'own-name':
    'Lösenordet är ditt namn eller din adress med något till. Välj ett annat, gärna en mening.',
};

export const UNLIKE = 'Lösenorden är inte lika. Skriv samma två gånger.';

export const PASSWORD_RULE = `Minst ${SHORTEST_PASSWORD} tecken. Inga krav på siffror eller tecken: en mening är bra, och inte en du använder någon annanstans.`;

const of = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** "4 sekunder", "2 minuter": as long as somebody waits, never less than it is. */
export const waitWords = (seconds: number): string =>
  seconds < 60
    ? of(seconds, 'sekund', 'sekunder')
    : of(Math.ceil(seconds / 60), 'minut', 'minuter');

export const WRONG =
  'E-postadressen eller lösenordet stämmer inte. Försök igen, eller be en administratör om en ny länk.';

export const waitSentence = (seconds: number): string =>
  `För många försök. Vänta ${waitWords(seconds)} och försök igen.`;

type Named = { readonly id: number; readonly name: string };
type Kommun = Named & { readonly namnder: readonly Named[] };

/** "Socialnämnden i Gnesta", "hela Gnesta", "alla kommuner". `kommuner` are those that the reader may know. */
export function whereWords({ kommun, namnd }: Where, kommuner: readonly Kommun[]): string {
  if (kommun === null) return 'alla kommuner';
  const of = kommuner.find(({ id }) => id === kommun);
  if (!of) return 'en annan kommun';
  const within = of.namnder.find(({ id }) => id === namnd);
  return within ? `${within.name} i ${of.name}` : `hela ${of.name}`;
}

/** "rapportskrivare, Socialnämnden i Gnesta". */
export const grantWords = (grant: Grant, kommuner: readonly Kommun[]): string =>
  `${ROLE[grant.role]}, ${whereWords(grant, kommuner)}`;

/** Beside a role that nobody here gave. */
export const FROM_CLAIMS = 'från kommunens inloggning';
