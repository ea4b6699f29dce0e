import { invariant } from '#lib/domain/result.ts';
import type { Base } from './base.ts';
import { LANGUAGE, USED_STYLES } from './word-names.ts';
import { partText } from './package.ts';
import type { Parts } from './package.ts';
import { attribute, openXml } from './xml.ts';
import type { Element } from './xml.ts';

/*
 * The same style has another id in each language of Word ("Rubrik1", "Heading1") but one name ("heading 1"). The
 * template's styles are used by their names; what it lacks is added to them.
 */

const idOf = ({ xml }: Element) => attribute(xml, 'w:styleId') ?? '';
const nameOf = ({ xml }: Element) =>
  (/<w:name\s[^>]*w:val="([^"]*)"/.exec(xml)?.[1] ?? '').toLowerCase();

const paragraphStyles = (children: readonly Element[]) =>
  children.filter(
    ({ name, xml }) => name === 'w:style' && attribute(xml, 'w:type') === 'paragraph',
  );

function ownStyles(own: Parts): readonly Element[] {
  const opened = openXml(partText(own, 'word/styles.xml') ?? '');
  invariant(opened.ok, 'styles of our own are XML');
  return paragraphStyles(opened.value.children).filter((style) => USED_STYLES.has(idOf(style)));
}

/** Our id → the id in the template, be it there already or to be added. */
export function stylesMap(own: Parts, base: Base): ReadonlyMap<string, string> {
  const theirs = paragraphStyles(base.styles.opened.children);
  const taken = new Set(base.styles.opened.children.map(idOf));
  const isDefault = ({ xml }: Element) => /^(?:1|true|on)$/.test(attribute(xml, 'w:default') ?? '');
  const standard = theirs.find(isDefault) ?? theirs.find((style) => nameOf(style) === 'normal');
  const known = new Map(theirs.map((style) => [nameOf(style), idOf(style)]));
  const map = ownStyles(own).map((style): [string, string] => {
    const id = idOf(style);
    return [id, known.get(nameOf(style)) ?? (taken.has(id) ? `Fyren${id}` : id)];
  });
  return new Map([...map, ...(standard ? [['Normal', idOf(standard)] as const] : [])]);
}

/** The ids of styles in our XML as they are in the template. */
export const restyled = (xml: string, styles: ReadonlyMap<string, string>): string =>
  xml.replace(
    /(<w:(?:pStyle|basedOn|next)\s+w:val=")([^"]*)(")/g,
    (_, before: string, id: string, after: string) => `${before}${styles.get(id) ?? id}${after}`,
  );

/** Word's own styles, added, take the template's colours and not ours. */
const isOfWord = (id: string) => !id.startsWith('Fyren');

function added(style: Element, styles: ReadonlyMap<string, string>): string {
  const id = idOf(style);
  const xml = restyled(style.xml, styles).replace(
    ` w:styleId="${id}"`,
    () => ` w:styleId="${styles.get(id) ?? id}"`,
  );
  return isOfWord(id) ? xml.replace(/<w:color\s[^>]*>/g, '') : xml;
}

const SWEDISH = `<w:lang w:val="${LANGUAGE}" w:eastAsia="${LANGUAGE}" w:bidi="ar-SA"/>`;
const DEFAULTS = `<w:docDefaults><w:rPrDefault><w:rPr>${SWEDISH}</w:rPr></w:rPrDefault></w:docDefaults>`;

/** A report is proofread as Swedish, whatever the template was written in. */
function inSwedish(xml: string): string {
  const spoken = xml.replace(/<w:lang\s[^>]*>/g, SWEDISH);
  const defaults = /<w:rPrDefault>[\s\S]*?<\/w:rPrDefault>/.exec(spoken)?.[0];
  if (defaults?.includes(SWEDISH)) return spoken;
  if (defaults?.includes('</w:rPr>')) {
    return spoken.replace(defaults, () => defaults.replace('</w:rPr>', `${SWEDISH}</w:rPr>`));
  }
  const others = spoken.replace(/<w:docDefaults>[\s\S]*?<\/w:docDefaults>|<w:docDefaults\/>/, '');
  return others.replace(/(<w:styles\b[^>]*>)/, (tag) => `${tag}${DEFAULTS}`);
}

/** The template's styles, and those of ours that it has none of the name of. */
export function mergeStyles(own: Parts, base: Base, styles: ReadonlyMap<string, string>): string {
  const { head, children, tail } = base.styles.opened;
  const names = new Set(paragraphStyles(children).map(nameOf));
  const lacking = ownStyles(own).filter((style) => !names.has(nameOf(style)));
  const all = [...children.map(({ xml }) => xml), ...lacking.map((style) => added(style, styles))];
  return inSwedish(`${head}${all.join('')}${tail}`);
}
