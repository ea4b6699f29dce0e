import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';

/* XML as Office writes it, as text: parts are moved between packages whole, so a tree of them is not needed. */

export type Element = {
  readonly name: string;
  /** With its tags. */
  readonly xml: string;
};

export type Opened = {
  /** All before the first child: the declaration and the tag of the root. */
  readonly head: string;
  readonly children: readonly Element[];
  /** The end tag of the root. */
  readonly tail: string;
};

/**
 * A comment, an instruction or CDATA, which hold no tags; or a tag, in whose quotes > may stand. What is never ended goes
 * on to the end of the text, so that no text is gone through twice.
 */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([\w:.-]+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(\/?)>/g;

/** A document type can name entities that grow without end; Office writes none. */
const isTyped = (xml: string) => /<!(?:DOCTYPE|ENTITY)/i.test(xml);

/** A root that is empty is given a start and an end of its own, so that something can be put in it. */
function withEnds({ head, children, tail }: Opened): Opened {
  const name = /<([\w:.-]+)[^<]*\/>$/.exec(head)?.[1];
  if (name === undefined) return { head, children, tail };
  return { head: head.replace(/\s*\/>$/, '>'), children, tail: `</${name}>${tail}` };
}

function walked(xml: string): Result<Opened, 'broken'> {
  const open: string[] = [];
  const children: Element[] = [];
  let [headEnd, childAt, tailAt, rest] = [-1, 0, -1, 0];
  for (const token of xml.matchAll(TOKEN)) {
    const [tag, slash, name, isEmpty] = token;
    // A < that is part of no tag is a fault of its own.
    if (xml.slice(rest, token.index).includes('<')) return err('broken');
    rest = token.index + tag.length;
    if (name === undefined) continue;
    if (tailAt !== -1) return err('broken');
    if (open.length === 1 && slash === '') childAt = token.index;
    if (slash !== '') {
      if (open.pop() !== name) return err('broken');
    } else if (isEmpty === '') open.push(name);
    if (headEnd === -1) headEnd = rest;
    else if (open.length === 1 && (slash !== '' || isEmpty !== '')) {
      children.push({ name, xml: xml.slice(childAt, rest) });
    }
    if (open.length === 0) tailAt = isEmpty === '' ? token.index : rest;
  }
  if (tailAt === -1) return err('broken');
  return ok(withEnds({ head: xml.slice(0, headEnd), children, tail: xml.slice(tailAt) }));
}

/** The root's children, in order. Not `ok` where the tags do not match each other; never throws. */
export function openXml(xml: string): Result<Opened, 'broken'> {
  if (isTyped(xml)) return err('broken');
  try {
    return walked(xml);
  } catch {
    // A tag of millions of signs is more than an expression can hold.
    return err('broken');
  }
}

const OWN_TAG = /^<[\w:.-]+(?:[^<>"']|"[^"]*"|'[^']*')*>/;

/** The value of an attribute of the element's own tag, as it is written; null without it. */
export function attribute(xml: string, name: string): string | null {
  const tag = OWN_TAG.exec(xml)?.[0] ?? '';
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? (found[1] ?? found[2] ?? '') : null;
}
