import type { OwnerRole } from '#lib/domain/model.ts';
import type { Action, Role } from '#lib/domain/permission.ts';

/* Roles and what they may, in words. */

export const ROLE: Readonly<Record<Role, string>> = {
  lasare: 'läsare',
  rapportskrivare: 'rapportskrivare',
  kvalitetsstrateg: 'kvalitetsstrateg',
  administrator: 'administratör',
};

/** In public the role, never the name. What is no role is said as it stands. */
export const roleWord = (role: string): string =>
  Object.hasOwn(ROLE, role) ? ROLE[role as Role] : role;

/** What each role is for, for who gives it. */
export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  lasare: 'läser arbetsmaterial innan det publiceras',
  rapportskrivare: 'bedömer, skriver texter och klarmarkerar',
  kvalitetsstrateg: 'läser in filer också, och ångrar',
  administrator: 'publicerar, låser, gallrar filer, sköter konton och läser loggen också',
};

const ASK = 'Be en administratör om en annan roll om du behöver göra det.';

/** What is said to somebody signed in who may not. */
export const FORBIDDEN: Readonly<Record<Action, string>> = {
  'read-open': `Det här är arbetsmaterial, och du har ingen roll i den nämnden. ${ASK}`,
  'see-names': `Din roll ser inte vem som gjort vad här. ${ASK}`,
  'see-files': `Din roll ser inte filerna här. ${ASK}`,
  'read-in': `Din roll läser inte in filer här. ${ASK}`,
  judge: `Din roll bedömer inte här. ${ASK}`,
  'mark-ready': `Din roll klarmarkerar inte här. ${ASK}`,
  publish: `Bara en administratör publicerar, låser och ändrar vid sammanträdet. ${ASK}`,
  'remove-bytes':
    'Bara en administratör för hela kommunen gallrar filer, och för hela installationen när fler kommuner har samma fil. Be en sådan, med gallringsbeslutet.',
  'manage-accounts': 'Bara en administratör sköter konton. Be den som bjöd in dig.',
  'read-log': 'Bara en administratör läser loggen. Be en administratör om det du vill veta.',
};

/** The full name of an ansvarsroll: "enhetschef" of EC; a code that nobody has named is said as it stands. */
export const ownerWord = (roles: readonly OwnerRole[], code: string): string =>
  roles.find((one) => one.code === code)?.title ?? code;
