import { tidyText } from '#lib/domain/rich-text.ts';
import { asBold, insert } from './marks.ts';

/*
 * What a text that is pasted becomes: paragraphs, lists and bold in the marks that it is kept in (rich-text.ts),
 * and nothing else of what Word, Excel or a web page has in it.
 */

/** What is not read, and what somebody has struck out. */
const SILENT = new Set(
  ['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'TEMPLATE', 'NOSCRIPT'].concat('DEL'),
);
const BLOCKS = /^(P|DIV|H[1-6]|UL|OL|TABLE|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|PRE)$/;
/** Word's own bullets and numbers are text in a span of their own. */
const IS_MARKER = /mso-list:\s*ignore/i;
const IS_WORD_ITEM = /MsoListParagraph/;
/** A number that leads to a footnote, which does not come along. */
const IS_FOOTNOTE = /^#_ftn/;
const NUMBER = /^\d+[.)]/;

const styleOf = (element: Element) => element.getAttribute('style') ?? '';

function isBold(element: Element): boolean {
  const weight = /font-weight:\s*(\w+)/i.exec(styleOf(element))?.[1];
  if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600;
  return element.tagName === 'B' || element.tagName === 'STRONG';
}

const isSilent = (element: Element) =>
  SILENT.has(element.tagName) ||
  IS_MARKER.test(styleOf(element)) ||
  IS_FOOTNOTE.test(element.getAttribute('href') ?? '');

/** `- `, or the number that an item has. */
function markOf(element: Element): string {
  const parent = element.parentElement;
  if (element.tagName === 'LI' && parent?.tagName === 'OL')
    return `${[...parent.children].indexOf(element) + 1}. `;
  const marker = [...element.querySelectorAll('span')].find((one) => IS_MARKER.test(styleOf(one)));
  const number = NUMBER.exec((marker?.textContent ?? '').trim())?.[0];
  return number ? `${number} ` : '- ';
}

const IS_ITEM = /^(?:- |\d+[.)] )/;

/** An item is a line of its own; those that lie within it come after it. */
function asItem(element: Element, inner: string): string {
  const lines = inner
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines.findIndex((line) => IS_ITEM.test(line));
  const own = first === -1 ? lines : lines.slice(0, first);
  return `\n${[markOf(element) + own.join(' '), ...lines.slice(own.length)].join('\n')}\n`;
}

type Within = { readonly isBold: boolean; readonly isPre: boolean };

function readElement(element: Element, within: Within): string {
  if (isSilent(element)) return '';
  if (element.tagName === 'BR') return '\n';
  const isStrong = !within.isBold && isBold(element) && !BLOCKS.test(element.tagName);
  const inside = {
    isBold: within.isBold || isStrong,
    isPre: within.isPre || element.tagName === 'PRE',
  };
  const inner = [...element.childNodes].map((node) => readNode(node, inside)).join('');
  if (element.tagName === 'LI' || IS_WORD_ITEM.test(element.className))
    return asItem(element, inner);
  if (element.tagName === 'TD' || element.tagName === 'TH') return `${inner.trim()}\t`;
  if (element.tagName === 'TR') return `${inner.trim()}\n`;
  if (BLOCKS.test(element.tagName)) return `\n\n${inner.trim()}\n\n`;
  return isStrong ? asBold(inner) : inner;
}

function readNode(node: Node, within: Within): string {
  if (node instanceof Element) return readElement(node, within);
  if (node.nodeType !== Node.TEXT_NODE) return '';
  const text = node.nodeValue ?? '';
  // Between the rows of a table blanks are no text.
  if (
    /^\s*$/.test(text) &&
    node.parentElement?.closest('table') &&
    !node.parentElement.closest('td, th')
  )
    return '';
  return within.isPre ? text : text.replace(/\s+/g, ' ');
}

/** What a piece of HTML says, in marks. */
export function fromHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const text = readNode(body, { isBold: false, isPre: false })
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, ''))
    .join('\n');
  // Items of a list stand together.
  return tidyText(text).replace(/^((?:- |\d+[.)] ).*)\n\n(?=- |\d+[.)] )/gm, '$1\n');
}

export function pasteAsMarks(event: ClipboardEvent): void {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const area = event.currentTarget;
  if (html === '' || !(area instanceof HTMLTextAreaElement)) return;
  const text = fromHtml(html);
  // HTML that says nothing: the browser pastes what there is of plain text.
  if (text === '') return;
  event.preventDefault();
  insert(area, text);
}
