import { invariant } from '#lib/domain/result.ts';
import type { Base } from './base.ts';
import { mergeNumbering } from './graft-numbering.ts';
import type { Growing } from './graft-numbering.ts';
import { mergeStyles, restyled, stylesMap } from './graft-styles.ts';
import { asPart, partText } from './package.ts';
import type { Parts } from './package.ts';
import { addRelation, folderOf, relationsOf, relationsPart, relationsXml } from './relations.ts';
import { openXml } from './xml.ts';
import type { Opened } from './xml.ts';

/*
 * A report put in a template. Of the template is kept: its styles, theme and fonts, its page, its headers and footers,
 * and what else it holds. What stands in it makes way for the report; where one paragraph of it is {{rapport}}, that
 * paragraph alone does.
 */

const MARK = '{{rapport}}';
const OWN_MAIN = 'word/document.xml';

const childXml = (parent: Opened, name: string): string =>
  parent.children.find((child) => child.name === name)?.xml ?? '';

function opened(parts: Parts, name: string): Opened {
  const found = openXml(partText(parts, name) ?? '');
  invariant(found.ok, `${name} of our own is XML`);
  return found.value;
}

/** A name that the template has no part of. */
function freeName(growing: Growing, folder: string, part: string): string {
  const name = part.split('/').at(-1) ?? '';
  const taken = (at: number) => growing.parts.has(`${folder}fyren${at}-${name}`);
  let at = 1;
  while (taken(at)) at += 1;
  return `fyren${at}-${name}`;
}

/** Moves a part of ours in under the template's document; answers the id by which the document knows it. */
function moveIn(growing: Growing, base: Base, kind: string, part: string, bytes: Uint8Array) {
  const folder = kind === 'image' ? 'media/' : '';
  const target = `${folder}${freeName(growing, `${folderOf(base.main)}${folder}`, part)}`;
  growing.parts.set(`${folderOf(base.main)}${target}`, bytes);
  return addRelation(growing.relations, kind, target);
}

/** The pictures of our document in the template, and our XML with their new ids. */
function withPictures(xml: string, own: Parts, growing: Growing, base: Base): string {
  const ids = new Map<string, string>();
  for (const { id, kind, part } of relationsOf(own, OWN_MAIN)) {
    const bytes = own.get(part ?? '');
    if (kind === 'image' && part && bytes) ids.set(id, moveIn(growing, base, kind, part, bytes));
  }
  return xml.replace(
    /(\br:embed=")([^"]+)(")/g,
    (all, before: string, id: string, after: string) =>
      ids.has(id) ? `${before}${ids.get(id)}${after}` : all,
  );
}

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');

const isMark = ({ name, xml }: { name: string; xml: string }) =>
  name === 'w:p' && textOf(xml).trim() === MARK;

/** A template without a header or a footer is given ours, for each that it lacks. */
function withFooters(section: string, ownSection: string, own: Parts, into: Into): string {
  const relations = relationsOf(own, OWN_MAIN);
  const added = ['header', 'footer'].map((kind) => {
    if (section.includes(`<w:${kind}Reference`)) return '';
    const reference = new RegExp(`<w:${kind}Reference[^>]*w:type="default"[^>]*>`).exec(ownSection);
    const id = /r:id="([^"]+)"/.exec(reference?.[0] ?? '')?.[1];
    const part = relations.find((one) => one.id === id)?.part ?? '';
    const xml = restyled(partText(own, part) ?? '', into.styles);
    const moved = moveIn(into.growing, into.base, kind, part, asPart(xml));
    return `<w:${kind}Reference w:type="default" r:id="${moved}"/>`;
  });
  return section.replace(/^<w:sectPr\b[^>]*?(\/?)>/, (tag, end: string) =>
    end === '' ? `${tag}${added.join('')}` : `${tag.slice(0, -2)}>${added.join('')}</w:sectPr>`,
  );
}

type Into = {
  readonly base: Base;
  readonly growing: Growing;
  readonly styles: ReadonlyMap<string, string>;
};

/** Ours without what points to our headers and footers, for a template that says nothing of its page. */
const pageAlone = (section: string) =>
  section.replace(/<w:(?:header|footer)Reference[^>]*>/g, '').replace(/<w:titlePg[^>]*>/, '');

/** The template's root knows the prefixes of ours too. */
function rootOf(base: Base, own: Opened): string {
  const isKnown = (prefix: string) => base.document.head.includes(` ${prefix}=`);
  const missing = [...own.head.matchAll(/ (xmlns:\w+)="[^"]*"/g)]
    .filter(([, prefix]) => !isKnown(prefix!))
    .map(([all]) => all);
  return base.document.head.replace(/>$/, () => `${missing.join('')}>`);
}

function documentXml(own: Parts, into: Into): string {
  const { base, growing, styles } = into;
  const ownDocument = opened(own, OWN_MAIN);
  const ownBody = openXml(childXml(ownDocument, 'w:body'));
  invariant(ownBody.ok, 'a document of our own has a body');
  const ownSection = ownBody.value.children.at(-1)?.xml ?? '';
  const content = ownBody.value.children.slice(0, -1).map(({ xml }) => xml);
  const numbered = mergeNumbering(restyled(content.join(''), styles), own, base, growing);
  const report = withPictures(numbered, own, growing, base);
  const rest = base.section === null ? base.body.children : base.body.children.slice(0, -1);
  const body = rest.some(isMark)
    ? rest.map((child) => (isMark(child) ? report : child.xml)).join('')
    : report;
  const section = withFooters(base.section ?? pageAlone(ownSection), ownSection, own, into);
  const before = base.document.children.filter(({ name }) => name !== 'w:body');
  return `${rootOf(base, ownDocument)}${before.map(({ xml }) => xml).join('')}${base.body.head}${body}${section}${base.body.tail}${base.document.tail}`;
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What each part is: a template becomes a document, and what came in is named. */
function typesXml(types: string, { growing, base }: Into): string {
  const has = (text: string) => types.toLowerCase().includes(text);
  const images = [
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ].flatMap(([end, type]) =>
    has(`extension="${end}"`) ? [] : [`<Default Extension="${end}" ContentType="${type}"/>`],
  );
  const parts = [...growing.parts.keys()].flatMap((name) => {
    const kind = /\/fyren\d+-(header|footer|numbering)\d*\.xml$/.exec(`/${name}`)?.[1];
    if (!kind || base.parts.has(name)) return [];
    return [`<Override PartName="/${name}" ContentType="${WORD_TYPE}.${kind}+xml"/>`];
  });
  return types
    .replace(`${WORD_TYPE}.template.main+xml`, `${WORD_TYPE}.document.main+xml`)
    .replace('</Types>', () => `${[...images, ...parts].join('')}</Types>`);
}

/** A document that says which file it was made of makes Word look for that file, wherever it is. */
function withoutTemplate(growing: Growing, base: Base): void {
  const settings = relationsOf(base.parts, base.main).find(({ kind }) => kind === 'settings')?.part;
  const xml = settings && partText(base.parts, settings);
  if (!settings || !xml) return;
  const others = relationsOf(base.parts, settings).filter(
    ({ kind }) => kind !== 'attachedTemplate',
  );
  growing.parts.set(settings, asPart(xml.replace(/<w:attachedTemplate[^>]*>/g, '')));
  growing.parts.set(relationsPart(settings), asPart(relationsXml(others.map((one) => one.xml))));
}

/** The parts of one document: the template's, with the report of ours in it. */
export function grafted(own: Parts, base: Base): Parts {
  const relations = relationsOf(base.parts, base.main).map(({ xml }) => xml);
  const growing: Growing = { parts: new Map(base.parts), relations };
  const styles = stylesMap(own, base);
  const into = { base, growing, styles };
  growing.parts.set(base.styles.part, asPart(mergeStyles(own, base, styles)));
  growing.parts.set(base.main, asPart(documentXml(own, into)));
  withoutTemplate(growing, base);
  growing.parts.set(relationsPart(base.main), asPart(relationsXml(relations)));
  const types = partText(base.parts, '[Content_Types].xml') ?? '';
  growing.parts.set('[Content_Types].xml', asPart(typesXml(types, into)));
  return growing.parts;
}
