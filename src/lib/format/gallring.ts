import { LONGEST_DECISION, LONGEST_REASON } from '#lib/domain/gallring.ts';
import type { RemovalFault } from '#lib/domain/gallring.ts';
import { formatMoment, formatNumber } from './sv.ts';

/* What is said of a file whose bytes were removed, before and after. */

type Removed = { readonly at: string; readonly decision: string; readonly reason: string };

const full = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** "Filens innehåll är gallrat 3 maj 2026 enligt KS § 12: filen höll namn." */
export const removedWords = ({ at, decision, reason }: Removed): string =>
  `Filens innehåll är gallrat ${formatMoment(at)} enligt ${decision}: ${full(reason)}`;

type Before = Pick<Removed, 'at'> & {
  readonly decision: string | null;
  readonly reason: string | null;
};

/** Of a file that comes once more; what another kommun decided is theirs to tell. */
export const removedBefore = ({ at, decision, reason }: Before): string =>
  decision === null || reason === null
    ? `En fil med precis samma innehåll gallrades här ${formatMoment(at)}, och innehållet sparas inte igen.`
    : `Filen har lästs in förut. ${removedWords({ at, decision, reason })} Innehållet sparas inte igen.`;

export const REMOVAL_FAULT: Readonly<Record<RemovalFault, string>> = {
  'no-reason': 'Skriv skälet till att filen gallras.',
  'long-reason': `Korta skälet till högst ${formatNumber(LONGEST_REASON, 0)} tecken.`,
  'no-decision': 'Skriv vilket beslut det görs enligt: diarienummer eller paragraf.',
  'long-decision': `Korta beslutet till högst ${formatNumber(LONGEST_DECISION, 0)} tecken: diarienumret räcker.`,
  'no-day': 'Skriv dagen för beslutet, till exempel 2026-05-03.',
  'day-to-come': 'Beslutets dag har inte kommit än. Gallra när beslutet är fattat.',
  'not-confirmed': 'Kryssa i att innehållet ska tas bort för alltid.',
};
