import { WAITS_DAYS } from '#lib/domain/preview.ts';
import type { PreviewReport } from '#lib/domain/preview.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { besideWords, PERSONAL } from './personal-problems.ts';
import { formatProblem } from './problems.ts';
import { rows } from './problem-words.ts';
import { upperFirst } from './sv.ts';

/* What is said of a file that tells of persons: before it is read in, and after. */

type Told = Pick<PreviewReport, 'outcome' | 'notKept' | 'isPerPerson' | 'isGone'>;

/** What becomes of the file; null where it tells of nobody. */
export function notKeptLead({ outcome, notKept, isPerPerson, isGone }: Told): string | null {
  if (isGone) return 'Filen är redan borttagen härifrån, och inget ur den har sparats.';
  if (!isPerPerson && notKept.length === 0) return null;
  if (outcome === 'refused') return 'Inget ur filen sparas.';
  return isPerPerson
    ? 'Varje rad är vad en person har svarat. Fyren sparar bara sammanräkningen, filens rubriker och dess fingeravtryck (SHA-256), inte filen.'
    : 'Fyren sparar inte originalet, bara en kopia utan uppgifterna nedan och originalets fingeravtryck (SHA-256).';
}

/** Where the original is until then, and who keeps it afterwards. */
export const notKeptTail = ({ isGone, outcome }: Pick<Told, 'isGone' | 'outcome'>): string => {
  if (isGone) return 'Välj i stället en fil med sammanställningen.';
  const waits = `Filen ligger kvar här tills den läses in eller kastas, högst ${WAITS_DAYS} dagar.`;
  return outcome === 'refused'
    ? `${waits} Kasta den nu om den inte behövs.`
    : `${waits} Behöver kommunen originalet som allmän handling: spara det i ert eget arkiv.`;
};

/** Of a file that has been read in. */
export const KEPT_AS_COPY =
  'Originalet sparades inte, för det innehöll uppgifter om personer. Kvar finns en kopia utan dem och originalets fingeravtryck.';

/** What is not kept, by where it stands: "Fritext: fri text, på 2 rader." */
export function notKeptItem(problem: Problem): string {
  if (problem.code === 'personal-data')
    return `${problem.column || '(utan rubrik)'}: ${PERSONAL[problem.kind]}, på ${rows(problem.lines)}.`;
  if (problem.code === 'personal-sheets')
    return `${upperFirst(besideWords(problem))}: kan innehålla uppgifter om personer.`;
  return problem.code === 'personal-lines'
    ? `Utanför tabellen, från rad ${problem.line}: ${PERSONAL[problem.kind]}, på ${rows(problem.lines)}.`
    : formatProblem(problem);
}
