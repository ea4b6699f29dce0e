import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { toArray } from '#lib/ingest/rows.ts';

/* Made-up files of surveys in every layout they may come in; none of them is one that was collected. */

export const DECIDE = 'Får du bestämma om saker som är viktiga för dig hemma?';
export const AFRAID = 'Är du rädd för något hemma?';

export function read(text: string, answers: Record<string, string> = {}) {
  const { layout, observations, problems } = readFile(
    { name: 'fil.csv', bytes: Buffer.from(text) },
    { ...NO_CHOICES, answers },
  );
  return {
    layout,
    problems: problems.filter(({ code }) => !['no-period', 'ignored-column'].includes(code)),
    figures: toArray(observations).map((o) => [
      ...[o.indicator, o.place, o.sex, o.value === null ? null : Math.round(o.value * 100) / 100],
      ...[o.numerator, o.denominator, o.state],
    ]),
    observations: toArray(observations),
  };
}

export const head = (header: string, ...rows: string[]) => [header, ...rows, ''].join('\n');
export const rows = (...answers: string[]) =>
  head(
    'Verksamhet;Enhet;Fråga;Svarsalternativ;Antal;Andel',
    ...answers.map((one) => `Gruppbostad;${one}`),
  );
