/*
 * Bold and lists in a text field, in the marks that a text is kept in (rich-text.ts), by the keys and buttons that
 * one is used to.
 */

const STARS = '**';

/** Stars stand close to what they hold, and hold no line end. */
export const asBold = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const held = line.trim();
      return held === '' ? line : line.replace(held, () => STARS + held + STARS);
    })
    .join('\n');

/** As if it were typed, so that it can be undone. */
export function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  const command = text === '' ? 'delete' : 'insertText';
  if (document.execCommand(command, false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

const chosenIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  value.slice(selectionStart, selectionEnd);

/** Bold is put on, or taken off what has it. Of nothing chosen, what is typed next becomes bold. */
export function makeBold(area: HTMLTextAreaElement): void {
  const { value, selectionStart: from, selectionEnd: to } = area;
  const isWithin = value.slice(from - 2, from) === STARS && value.slice(to, to + 2) === STARS;
  if (isWithin) area.setSelectionRange(from - 2, to + 2);
  const chosen = chosenIn(area);
  const isBold = chosen.length >= 4 && chosen.startsWith(STARS) && chosen.endsWith(STARS);
  if (isBold) return insert(area, chosen.slice(2, -2));
  const isNothing = chosen.trim() === '';
  // At the end of what is bold: past its stars, and on in what is not.
  const line = value.slice(value.lastIndexOf('\n', from - 1) + 1, from);
  if (isNothing && value.slice(to, to + 2) === STARS && line.split(STARS).length % 2 === 0)
    return area.setSelectionRange(to + 2, to + 2);
  insert(area, isNothing ? STARS + STARS : asBold(chosen));
  if (isNothing) area.setSelectionRange(area.selectionStart - 2, area.selectionStart - 2);
  // Still chosen, so that the same again takes it off.
  else if (chosen.trim() === chosen && !chosen.includes('\n'))
    area.setSelectionRange(from + 2, from + 2 + chosen.length);
}

/** Whole lines, each an item. */
export function makeList(area: HTMLTextAreaElement): void {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.value.indexOf('\n', area.selectionEnd);
  area.setSelectionRange(from, end === -1 ? area.value.length : end);
  insert(area, chosenIn(area).replace(/^(?![-–•]\s)/gm, '- '));
}

const ITEM = /^(\s*[-–•]\s+)(.*)$/;

/** A new item after an item; after an empty one the list has ended. */
function breakLine(area: HTMLTextAreaElement, event: KeyboardEvent): void {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const [, mark, said] = ITEM.exec(area.value.slice(from, area.selectionStart)) ?? [];
  if (mark === undefined) return;
  event.preventDefault();
  if (said !== '') return insert(area, `\n${mark}`);
  area.setSelectionRange(from, area.selectionStart);
  insert(area, '');
}

/** Ctrl+B, and Enter in a list, as in a word processor. */
export function pressInText(event: KeyboardEvent): void {
  const area = event.currentTarget;
  if (!(area instanceof HTMLTextAreaElement) || event.isComposing) return;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key.toLowerCase() === 'b') {
    event.preventDefault();
    makeBold(area);
  }
  if (event.key === 'Enter' && !isCommand && !event.shiftKey && !event.altKey)
    breakLine(area, event);
}
