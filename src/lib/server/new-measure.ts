import type { MeasureSource } from '#lib/domain/model.ts';

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

/** A measure that a file names and nobody has set up: its title is the file's, its rules those of its source. */
export function newMeasure(title: string, layout: string, taken: ReadonlySet<string>) {
  const isHme = layout.startsWith('hme');
  const source: MeasureSource = isHme ? 'hme' : 'own';
  return {
    code: freeCode(title, taken),
    source,
    title,
    unit: isHme ? 'index' : '',
    isShare: false,
  };
}
