import type { Refusal } from '#lib/domain/claimed-account.ts';
import type { ClaimFault } from '#lib/domain/claims.ts';

/* What is said of signing in by the kommun's own identity provider. */

const ASK_IT = 'Hjälper det inte: be den som sköter kommunens IT titta på Fyrens inställningar.';

/** What went wrong on the way to the provider or back, and what to do. */
export const PROVIDER_FAULT = {
  cancelled:
    'Du avbröt, eller blev inte insläppt av kommunens inloggning. Försök igen, eller logga in med lösenord om du har ett.',
  stale:
    'Inloggningen hade börjat för länge sedan eller i ett annat fönster, eller var redan använd. Börja om från början.',
  untrusted: `Svaret från kommunens inloggning gick inte att lita på, så ingen har loggats in. Försök igen. ${ASK_IT}`,
  clock: `Kommunens inloggning och Fyren är inte överens om vad klockan är, så svaret gällde inte. Försök igen. ${ASK_IT}`,
  misset: `Fyren och kommunens inloggning är inte inställda för varandra. Logga in med lösenord om du har ett. ${ASK_IT}`,
  down: `Kommunens inloggning svarar inte just nu. Försök igen om en stund, eller logga in med lösenord om du har ett.`,
} as const;

const ASK_ADMINISTRATOR = 'Be en administratör för Fyren i din kommun';

/** Why somebody whom the provider knows is not let in, and whom to ask. */
export const REFUSED: Readonly<Record<Refusal | 'overage', string>> = {
  closed: `Ditt konto i Fyren är stängt. ${ASK_ADMINISTRATOR} öppna det om du ska ha det.`,
  unverified:
    'Din e-postadress har redan ett konto i Fyren, och kommunens inloggning säger inte att adressen är din. Har du ett lösenord: logga in med det, och välj sedan kommunens inloggning under Mitt konto. Annars: be en administratör för Fyren i din kommun om en länk till ett lösenord.',
  anothers: `Kontot med din e-postadress används redan av en annan inloggning hos kommunen. ${ASK_ADMINISTRATOR} koppla loss den under Användare.`,
  'no-role': `Du är inloggad hos kommunen, men har ingen roll i Fyren. ${ASK_ADMINISTRATOR} om en, eller kommunens IT om att komma med i rätt grupp. Det som är publicerat läser du utan att logga in.`,
  overage:
    'Du är med i så många grupper att kommunens inloggning inte räknar upp dem, så Fyren vet inte vilken roll du har. Be kommunens IT skicka bara de grupper som gäller Fyren.',
  'no-email':
    'Kommunens inloggning lämnar ingen e-postadress för dig, och utan den får du inget konto. Be kommunens IT lägga till den.',
};

/** What who looks after the installation reads in the server's log, after whose account it is. */
export const NOTE: Readonly<Record<ClaimFault | 'email-taken' | 'last-administrator', string>> = {
  absent:
    'fältet med grupper saknas i svaret från kommunens inloggning. Är personen med i någon grupp: lägg till fältet i identitetstjänsten, eller rätta OIDC_ROLES_CLAIM.',
  overage:
    'personen är med i så många grupper att identitetstjänsten inte skickar dem. Ställ in den att skicka bara de grupper som hör till Fyren. Till dess ger inloggningen inga roller.',
  single: 'fältet med grupper är en text och ingen lista. Den har lästs som en enda grupp.',
  odd: 'fältet med grupper är varken en text eller en lista av texter. Det som inte är text har hoppats över.',
  'email-taken':
    'e-postadressen från kommunens inloggning har redan ett annat konto. Den gamla adressen står kvar.',
  'last-administrator':
    'grupperna ger inte längre rollen administratör, men personen är den sista för hela installationen och behåller den. Gör någon annan till administratör.',
};
