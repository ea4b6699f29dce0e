import type { Measure, MeasureSource } from '#lib/domain/model.ts';
import { surveyOfName } from '#lib/ingest/surveys/questions.ts';

/** Å, ä and ö lose their marks, all else but letters and digits becomes a hyphen. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'matt';

/** A code that nobody has. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const code = slug(name);
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? code : `${code}-${number}`;
    if (!taken.has(tried)) return tried;
  }
}

type Rules = Pick<Measure, 'source' | 'survey' | 'unit' | 'isShare'>;

const rules = (source: MeasureSource, unit: string, survey: Measure['survey'] = null): Rules => ({
  ...{ source, unit, survey, isShare: false },
});

const HME = rules('hme', 'index');
const OWN = rules('own', '');

/** What a file of a layout measures with. A survey's own limit for small counts goes with its figures. */
const RULES: Readonly<Record<string, Rules>> = {
  'hme-question': HME,
  'hme-index': HME,
  'hme-respondent': HME,
  osa: rules('survey', '', 'osa'),
  nki: rules('survey', 'index', 'insikt'),
  'sick-leave': rules('own', '%'),
};

/** A share of those who answered a question of a survey, whose name tells which survey. */
const shareOf = (title: string): Rules => ({
  ...rules('survey', '%', surveyOfName(title)),
  isShare: true,
});

/** A measure that a file names and nobody has set up: its title is the file's, its rules those of its source. */
export const newMeasure = (title: string, layout: string, taken: ReadonlySet<string>) => ({
  code: freeCode(title, taken),
  title,
  ...(layout === 'survey-aggregate' ? shareOf(title) : (RULES[layout] ?? OWN)),
});
