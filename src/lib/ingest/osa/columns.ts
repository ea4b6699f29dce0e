import { fold } from '../fold.ts';

/* An OSA survey has no national form: a row for each question, with its answers counted on a scale, their mean, or both. */

const WORDS = {
  question: /^(?:fråga|frågor|påstående|frågeformulering)$/,
  area: /^(?:fråge|del)?område$|^(?:kategori|tema|avsnitt|nr)$/,
  mean: /^(?:medel|medelvärde|medeltal|snitt|genomsnitt)(?: ?\(?1 ?[-–] ?\d+\)?)?$/,
  n: /^(?:antal )?(?:svar|svarande)$|^n$/,
  period: /^(?:år|mätår|period)$/,
  sex: /^kön$/,
  yes: /^(?:antal )?ja$/,
  no: /^(?:antal )?nej$/,
} as const;

export type Field = keyof typeof WORDS;
export type Positions = Readonly<Partial<Record<Field, number>>>;

export function positionsOf(header: readonly string[]): Positions {
  const found = Object.entries(WORDS).map(([name, word]) => [
    name,
    header.findIndex((each) => word.test(fold(each))),
  ]);
  return Object.fromEntries(found.filter(([, at]) => Number(at) >= 0)) as Positions;
}

/** `1 Stämmer inte alls`, `2`, … `5 Stämmer helt`: where the answers from 1 on are counted; none where there are fewer than three. */
export function scaleColumns(header: readonly string[]): readonly number[] {
  const stepOf = (name: string) => Number(/^(\d{1,2})(?![\d,.])/.exec(name)?.[1] ?? 0);
  const columns: number[] = [];
  header.forEach((name, at) => {
    if (stepOf(name) === columns.length + 1) columns.push(at);
  });
  return columns.length < 3 ? [] : columns;
}

/** A question that is answered by yes or no, and has no mean. */
export const isYesOrNo = (question: string): boolean =>
  /\((?:andel )?(?:ja|nej)\b[^)]*\)\s*$/i.test(question);

/** Who had no view is none of those who answered yes or no. */
export const isNoView = (heading: string): boolean =>
  /^(?:antal )?(?:vet (?:ej|inte)|ingen (?:åsikt|uppfattning))$/.test(fold(heading));

/** Words that such a survey is about (AFS 2023:2). */
export const isOfWork = (text: string): boolean =>
  /arbetsbelastning|återhämtning|särbehandling|arbetstid|arbetsmiljö|arbetsuppgift|mobbning|trakasserier|(?<!\p{L})osa(?!\p{L})/iu.test(
    text,
  );
