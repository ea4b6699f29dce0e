import { invariant } from '#lib/domain/result.ts';
import type { Base } from './base.ts';
import { asPart, partText } from './package.ts';
import type { Parts } from './package.ts';
import { addRelation, folderOf, relationsOf } from './relations.ts';
import { attribute, openXml } from './xml.ts';
import type { Element, Opened } from './xml.ts';

/* Lists are numbered by definitions in a part of their own; ours are put after the template's, under numbers of their own. */

const ABSTRACT = 'w:abstractNumId';
const NUMBER = 'w:numId';
const OWN_NAME = 'fyren1-numbering.xml';

/** The parts as they grow together, and the relations of the document. */
export type Growing = { readonly parts: Map<string, Uint8Array>; readonly relations: string[] };

const numbered = (children: readonly Element[], name: string, id: string) =>
  children
    .filter((child) => child.name === name)
    .map((child) => ({ ...child, id: Number(attribute(child.xml, id)) }));

const highest = (all: readonly { readonly id: number }[]) =>
  all.reduce((most, { id }) => Math.max(most, id || 0), 0);

/** Which definition a list is of. */
const abstractOf = (xml: string) => Number(/<w:abstractNumId\s+w:val="(\d+)"/.exec(xml)?.[1]);

/** Marks that only newer versions of Word know need a prefix that the template may not have. */
const plain = (xml: string) => xml.replace(/\sw1[45]:\w+="[^"]*"/g, '');

const shifted = (xml: string, pattern: RegExp, by: number) =>
  xml.replace(
    pattern,
    (_, before: string, id: string, after: string) => `${before}${Number(id) + by}${after}`,
  );

const NO_LISTS: Opened = {
  head: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  children: [],
  tail: '</w:numbering>',
};

/** Which of our lists the report uses, and what they are of. */
function usedLists(body: string, own: Parts) {
  const opened = openXml(partText(own, 'word/numbering.xml') ?? '');
  invariant(opened.ok, 'lists of our own are XML');
  const used = new Set(
    [...body.matchAll(/<w:numId\s+w:val="(\d+)"/g)].map((match) => Number(match[1])),
  );
  const { children } = opened.value;
  const lists = numbered(children, 'w:num', NUMBER).filter(({ id }) => used.has(id));
  const kinds = new Set(lists.map(({ xml }) => abstractOf(xml)));
  const abstracts = numbered(children, 'w:abstractNum', ABSTRACT);
  return { lists, abstracts: abstracts.filter(({ id }) => kinds.has(id)) };
}

/** Adds the lists of a report to the template's, and answers the report with their new numbers. */
export function mergeNumbering(body: string, own: Parts, base: Base, growing: Growing): string {
  const { lists, abstracts } = usedLists(body, own);
  if (lists.length === 0) return body;
  const part = relationsOf(base.parts, base.main).find(({ kind }) => kind === 'numbering')?.part;
  const theirs = part ? openXml(partText(base.parts, part) ?? '') : null;
  const { head, children, tail } = theirs?.ok ? theirs.value : NO_LISTS;
  const kinds = highest(numbered(children, 'w:abstractNum', ABSTRACT));
  const count = highest(numbered(children, 'w:num', NUMBER));
  const ownKinds = abstracts.map(({ xml }) =>
    shifted(plain(xml), /(w:abstractNumId=")(\d+)(")/g, kinds),
  );
  const ownLists = lists.map(({ xml }) =>
    shifted(
      shifted(plain(xml), /(w:numId=")(\d+)(")/g, count),
      /(<w:abstractNumId\s+w:val=")(\d+)(")/g,
      kinds,
    ),
  );
  // The order is part of the form: pictures, kinds, lists, and what is left (ECMA-376 17.9.16).
  const of = (...names: string[]) =>
    children.filter(({ name }) => names.includes(name)).map(({ xml }) => xml);
  const first = ['w:numPicBullet', 'w:abstractNum', 'w:num'];
  const rest = children.filter(({ name }) => !first.includes(name)).map(({ xml }) => xml);
  const inside = [...of('w:numPicBullet', 'w:abstractNum'), ...ownKinds];
  const all = [...inside, ...of('w:num'), ...ownLists, ...rest];
  const name = part && theirs?.ok ? part : `${folderOf(base.main)}${OWN_NAME}`;
  growing.parts.set(name, asPart(`${head}${all.join('')}${tail}`));
  if (name !== part) addRelation(growing.relations, 'numbering', OWN_NAME);
  return shifted(body, /(<w:numId\s+w:val=")(\d+)(")/g, count);
}
