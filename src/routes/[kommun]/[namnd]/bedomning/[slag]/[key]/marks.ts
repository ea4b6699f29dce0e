import { tidyText } from '#lib/domain/rich-text.ts';

/*
 * What a text that is pasted or pressed upon becomes: paragraphs, lists and bold in the marks that it is kept in
 * (rich-text.ts), and nothing else of what Word or a web page has in it.
 */

const SILENT = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'TEMPLATE', 'NOSCRIPT']);
const BLOCKS = /^(P|DIV|H[1-6]|UL|OL|TABLE|TR|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|PRE)$/;
/** Word's own bullets are text in a span of their own. */
const IS_BULLET = /mso-list:\s*ignore/i;
const IS_WORD_ITEM = /MsoListParagraph/;

const styleOf = (element: Element) => element.getAttribute('style') ?? '';

function isBold(element: Element): boolean {
  const weight = /font-weight:\s*(\w+)/i.exec(styleOf(element))?.[1];
  if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600;
  return element.tagName === 'B' || element.tagName === 'STRONG';
}

/** Stars stand close to what they hold, and hold no line end. */
const bold = (text: string) =>
  text.replace(/[^\n]+/g, (line) =>
    line.replace(/^(\s*)(.*?)(\s*)$/, (_, a: string, b: string, c: string) =>
      b === '' ? a + c : `${a}**${b}**${c}`,
    ),
  );

function readElement(element: Element, isInBold: boolean): string {
  if (SILENT.has(element.tagName) || IS_BULLET.test(styleOf(element))) return '';
  if (element.tagName === 'BR') return '\n';
  const isStrong = !isInBold && isBold(element) && !BLOCKS.test(element.tagName);
  const inner = [...element.childNodes]
    .map((node) => readNode(node, isInBold || isStrong))
    .join('');
  if (element.tagName === 'LI' || IS_WORD_ITEM.test(element.className))
    return `\n- ${inner.trim().replace(/\s*\n\s*/g, ' ')}\n`;
  if (element.tagName === 'TD' || element.tagName === 'TH') return `${inner.trim()}\t`;
  if (element.tagName === 'TR') return `\n${inner.trim()}\n`;
  if (BLOCKS.test(element.tagName)) return `\n\n${inner.trim()}\n\n`;
  return isStrong ? bold(inner) : inner;
}

function readNode(node: Node, isInBold: boolean): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/\s+/g, ' ');
  return node instanceof Element ? readElement(node, isInBold) : '';
}

/** What a piece of HTML says, in marks. */
export function fromHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const text = readNode(body, false).replace(/[^\S\n]*\n[^\S\n]*/g, '\n');
  // Items of a list stand together.
  return tidyText(text).replace(/^(- .*)\n\n(?=- )/gm, '$1\n');
}

/** As if it were typed, so that it can be undone. */
function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

export function pasteAsMarks(event: ClipboardEvent): void {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const area = event.currentTarget;
  if (html === '' || !(area instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  insert(area, fromHtml(html));
}

const chosenIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  value.slice(selectionStart, selectionEnd);

export function makeBold(area: HTMLTextAreaElement): void {
  const chosen = chosenIn(area);
  insert(area, chosen.trim() === '' ? '**fet text**' : bold(chosen));
}

/** Whole lines, each an item. */
export function makeList(area: HTMLTextAreaElement): void {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.value.indexOf('\n', area.selectionEnd);
  area.setSelectionRange(from, end === -1 ? area.value.length : end);
  insert(area, chosenIn(area).replace(/^(?![-–•]\s)/gm, '- '));
}
