/* Text that has to fit: counted in what a reader sees as letters, so that no emoji is cut in two. */

const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' });

const lettersOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

/** A number and its unit stay together. */
const tidy = (text: string) => text.replace(/[^\S\u00a0]+/g, ' ').trim();

/** "Väntetid till särsk…": at most so many letters, the ellipsis among them. */
export function shorten(text: string, most: number): string {
  const letters = lettersOf(tidy(text));
  if (letters.length <= most) return letters.join('');
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** The words that fit on the first line, and those that do not; a longer word is not broken. */
function firstLine(words: readonly string[], most: number): number {
  let length = 0;
  const over = words.findIndex((word, index) => {
    length += lettersOf(word).length + (index > 0 ? 1 : 0);
    return length > most;
  });
  return over === -1 ? words.length : Math.max(1, over);
}

/** On at most two lines of so many letters each. */
export function twoLines(text: string, most: number): string {
  const words = tidy(text).split(' ');
  const count = firstLine(words, most);
  const rest = words.slice(count).join(' ');
  const first = shorten(words.slice(0, count).join(' '), most);
  return rest === '' ? first : `${first}\n${shorten(rest, most)}`;
}
