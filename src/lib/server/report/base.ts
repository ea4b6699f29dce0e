import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { BaseProblem } from '#lib/format/base-problems.ts';
import { LARGEST_PART, openPackage, partText } from './package.ts';
import type { Parts } from './package.ts';
import { relationsOf } from './relations.ts';
import { attribute, openXml } from './xml.ts';
import type { Element, Opened } from './xml.ts';

/* A kommun's own Word template, opened and known to be one, so that nothing can go wrong once a report is put in it. */

export type Base = {
  readonly parts: Parts;
  /** Which part is the document: "word/document.xml". */
  readonly main: string;
  readonly document: Opened;
  readonly body: Opened;
  /** The page: its size, its margins, its headers and footers. */
  readonly section: string | null;
  readonly styles: { readonly part: string; readonly opened: Opened };
  /** Between the margins, in twentieths of a point; null where the template does not say. */
  readonly textWidth: number | null;
};

const MAIN =
  /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml/;
const MACROS = /macroEnabled|vbaProject/i;
/** Word's stricter dialect has another, and the two cannot be mixed. */
const WORDS = '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const opened = (parts: Parts, name: string): Opened | null => {
  const xml = (parts.get(name)?.length ?? 0) > LARGEST_PART ? null : partText(parts, name);
  const found = openXml(xml ?? '');
  return found.ok ? found.value : null;
};

const childOf = (parent: Opened | null, name: string): Element | undefined =>
  parent?.children.find((child) => child.name === name);

function openChild(parent: Opened | null, name: string): Opened | null {
  const found = openXml(childOf(parent, name)?.xml ?? '');
  return found.ok ? found.value : null;
}

const twips = (element: Element | undefined, name: string): number =>
  Number.parseInt((element && attribute(element.xml, name)) ?? '', 10);

/** Narrower than this is a fault of the template, and no table can stand in it. */
const NARROWEST = 4000;

function textWidthOf(section: string | null): number | null {
  const found = openXml(section ?? '');
  if (!found.ok) return null;
  const [size, margins] = ['w:pgSz', 'w:pgMar'].map((name) => childOf(found.value, name));
  const sides = ['w:left', 'w:right', 'w:gutter'].map((name) => twips(margins, name) || 0);
  const width = sides.reduce((left, side) => left - Math.abs(side), twips(size, 'w:w'));
  return width >= NARROWEST ? width : null;
}

function baseOf(parts: Parts, main: string): Base | null {
  const document = opened(parts, main);
  const body = openChild(document, 'w:body');
  const styles = relationsOf(parts, main).find(({ kind }) => kind === 'styles')?.part ?? '';
  const openedStyles = opened(parts, styles);
  if (!document || !body || !openedStyles || !document.head.includes(WORDS)) return null;
  if (!openedStyles.head.includes(WORDS)) return null;
  const last = body.children.at(-1);
  const section = last?.name === 'w:sectPr' ? last.xml : null;
  return {
    ...{ parts, main, document, body, section },
    styles: { part: styles, opened: openedStyles },
    textWidth: textWidthOf(section),
  };
}

const isZipLike = (file: Uint8Array) => file[0] === 0x50 && file[1] === 0x4b;

/** Never throws: a file that is no Word template is told what it is instead. .docx and .dotx are taken. */
export function readBase(file: Uint8Array): Result<Base, BaseProblem> {
  if (!isZipLike(file)) return err('not-word');
  const parts = openPackage(file);
  if (!parts.ok) return parts;
  const types = partText(parts.value, '[Content_Types].xml') ?? '';
  if ([types, ...parts.value.keys()].some((text) => MACROS.test(text))) return err('macros');
  const main = relationsOf(parts.value, '').find(({ kind }) => kind === 'officeDocument')?.part;
  if (!main || !MAIN.test(types)) return err('not-word');
  const base = baseOf(parts.value, main);
  return base ? ok(base) : err('broken');
}
