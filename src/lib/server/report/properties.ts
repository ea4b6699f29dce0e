import { asPart, partText } from './package.ts';
import type { Parts } from './package.ts';
import { relationsOf, relationsPart, relationsXml } from './relations.ts';
import { escaped } from './text.ts';

/*
 * What a file says of itself: its title, and that Fyren made it. Not when: the same report is the same bytes, and the
 * day it is of stands in it.
 */

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

const coreXml = (title: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${NAMESPACES}><dc:title>${escaped(title)}</dc:title><dc:creator>Fyren</dc:creator><dc:language>sv-SE</dc:language><cp:lastModifiedBy>Fyren</cp:lastModifiedBy></cp:coreProperties>`;

const TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const RELATION =
  '<Relationship Id="fyrenCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

/** The package with properties of ours, whether it had any or not. */
export function withFixedProperties(parts: Parts, title: string): Parts {
  const all = new Map(parts);
  const relations = relationsOf(parts, '');
  const known = relations.find(({ kind }) => kind === 'core-properties')?.part;
  all.set(known ?? 'docProps/core.xml', asPart(coreXml(title)));
  if (known) return all;
  const types = partText(parts, '[Content_Types].xml') ?? '';
  const override = `<Override PartName="/docProps/core.xml" ContentType="${TYPE}"/>`;
  all.set('[Content_Types].xml', asPart(types.replace('</Types>', `${override}</Types>`)));
  const xml = relationsXml([...relations.map((one) => one.xml), RELATION]);
  return all.set(relationsPart(''), asPart(xml));
}
