import type { AssessedGoal } from '#lib/domain/assess-goal.ts';
import type { SubjectKind } from '#lib/domain/judgement.ts';
import type { SheetFault } from '#lib/domain/judging.ts';
import type { Late, Lifecycle } from '#lib/domain/lifecycle.ts';
import type { Readiness } from '#lib/domain/readiness.ts';
import { LONGEST_TEXT } from '#lib/domain/rich-text.ts';
import { formatNumber, lowerFirst } from './sv.ts';

/* What is said to the one who judges. */

/** Kinds of things as addresses, and what is kept under their names, have them. */
export const SHEET_KIND = {
  goal: 'mal',
  activity: 'aktivitet',
  indicator: 'indikator',
} as const satisfies Readonly<Record<SubjectKind, string>>;

/** How far an activity has come. */
export const LIFECYCLE: Readonly<Record<Lifecycle, string>> = {
  planned: 'Inte påbörjat',
  under_way: 'Pågår',
  done: 'Klart',
  paused: 'Pausat',
  cancelled: 'Avbrutet',
};

export const LATE: Readonly<Record<NonNullable<Late>, string>> = {
  'ended-undone': 'Slutdatumet har passerat och det är inte klart.',
  'not-begun': 'Startdatumet har passerat och det är inte påbörjat.',
};

export const READINESS: Readonly<Record<Readiness, string>> = {
  open: 'Inte klarmarkerad',
  ready: 'Klarmarkerad',
  changed: 'Ändrad efter klarmarkering',
};

export const OUTDATED = 'Underlaget har ändrats sedan bedömningen gjordes.';

export const SHEET_FAULT: Readonly<Record<SheetFault, string>> = {
  'no-step': 'Steget finns inte längre på skalan. Välj ett annat.',
  'against-suggestion': 'Bedömningen går emot vad underlaget säger. Skriv skälet.',
  'over-ceiling': 'Bedömningen är bättre än det finns underlag för. Skriv skälet.',
  'not-evaluated': 'Skriv skälet till att det inte utvärderas.',
  'no-occasion': 'Det senare tillfället finns inte längre. Välj ett annat.',
  'no-choice': 'Välj ett av alternativen.',
  'ends-first': 'Slutet kommer före början. Ändra ett av datumen.',
  'no-day': 'Datumet finns inte. Skriv det som 2023-05-31.',
  'too-long': `Texten är för lång: högst ${formatNumber(LONGEST_TEXT, 0)} tecken, och en riktning högst 100. Korta den.`,
  'new-basis':
    'Underlaget har ändrats medan du hade sidan öppen. Läs det igen, och spara om bedömningen står kvar.',
  conflict:
    'Det har sparats något annat här sedan du öppnade sidan. Båda står kvar: välj vad som ska gälla, och spara igen.',
  closed: 'Tillfället publicerades eller låstes medan du skrev. Texten står kvar som ditt utkast.',
};

type Suggested = Pick<AssessedGoal, 'suggestion' | 'state' | 'against'>;

/** "Underlaget talar för ”delvis uppnått”." Null where it says nothing. */
export function suggestedWords({ suggestion, state }: Suggested): string | null {
  const step = suggestion?.step;
  return step && state ? `Underlaget talar för ”${lowerFirst(step.word[state.aspect])}”.` : null;
}

/** The same, of a goal that people judge otherwise; whether they say why is told beside. */
export function againstWords(goal: Suggested & Pick<AssessedGoal, 'reason'>): string {
  const side = goal.against?.suggestion === 'better' ? 'bättre' : 'sämre';
  const why = goal.reason ? '' : ' Skäl saknas.';
  return `${suggestedWords(goal) ?? ''} Nämnden bedömer det som ${side}.${why}`.trim();
}
