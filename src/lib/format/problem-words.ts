/* Words and lists of words as the sentences about problems set them. */

const LONGEST = 60;
/** A heading may be the title of an indicator, and is recognised by all of it. */
const LONGEST_HEADING = 300;

export const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most)}…` : text;
export const quote = (text: string) => `”${shortened(text, LONGEST)}”`;
export const column = (name: string) => shortened(name, LONGEST_HEADING) || '(utan rubrik)';
export const cell = (p: { line: number; column: string }) =>
  `Rad ${p.line}, kolumn ${column(p.column)}`;
export const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`;
export const both = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
export const rows = (count: number) => (count === 1 ? '1 rad' : `${count} rader`);
