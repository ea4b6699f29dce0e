import type { Measure } from '#lib/domain/model.ts';
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

type Rules = Pick<Measure, 'source' | 'unit' | 'isShare' | 'survey'>;

/** A survey's own limit for small counts goes with its figures. */
function rulesOf(title: string, layout: string): Rules {
  if (layout.startsWith('hme')) {
    return { source: 'hme', unit: 'index', isShare: false, survey: null };
  }
  return layout.startsWith('survey')
    ? { source: 'survey', unit: '%', isShare: true, survey: surveyOfName(title) }
    : { source: 'own', unit: '', isShare: false, survey: null };
}

/** A measure that a file names and nobody has set up: its title is the file's, its rules those of its source. */
export function newMeasure(title: string, layout: string, taken: ReadonlySet<string>) {
  return { code: freeCode(title, taken), title, ...rulesOf(title, layout) };
}
