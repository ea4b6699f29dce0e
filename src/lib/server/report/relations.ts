import { partText } from './package.ts';
import type { Parts } from './package.ts';
import { attribute, openXml } from './xml.ts';

/* What a part of a package points to (ECMA-376, part 2, 9.3). */

export type Relation = {
  readonly id: string;
  /** The last word of its type: "styles", "image". */
  readonly kind: string;
  /** The part it points to; null for what is outside. */
  readonly part: string | null;
  readonly xml: string;
};

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `word/document.xml` is in `word/`; the package itself is in nothing. */
export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** Where the relations of a part stand; those of the package itself for ''. */
export const relationsPart = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

function resolved(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** None where the part has none, or they cannot be read. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const opened = openXml(partText(parts, relationsPart(part)) ?? '');
  if (!opened.ok) return [];
  return opened.value.children.map(({ xml }) => {
    const isOutside = attribute(xml, 'TargetMode') === 'External';
    const target = resolved(attribute(xml, 'Target') ?? '', folderOf(part));
    return {
      id: attribute(xml, 'Id') ?? '',
      kind: (attribute(xml, 'Type') ?? '').split('/').at(-1) ?? '',
      ...{ part: isOutside ? null : target, xml },
    };
  });
}

/** Adds a relation to those of a part, and answers the id that it was given. */
export function addRelation(relations: string[], kind: string, target: string): string {
  const isTaken = (at: number) => relations.some((xml) => xml.includes(`"fyren${at}"`));
  let at = 1;
  while (isTaken(at)) at += 1;
  relations.push(`<Relationship Id="fyren${at}" Type="${TYPES}/${kind}" Target="${target}"/>`);
  return `fyren${at}`;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const relationsXml = (relations: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONSHIPS}">${relations.join('')}</Relationships>`;
