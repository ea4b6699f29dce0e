import { signIn } from '#lib/ingest/personal-signs.ts';
import { isZip } from '#lib/ingest/workbook/workbook.ts';

const LONGEST = 255;

/** Longer than this is no extension but a name with a dot in it. */
const LONGEST_EXTENSION = 16;

/** Cut between characters, never inside one that takes two units. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

function shorten(name: string): string {
  if (name.length <= LONGEST) return name;
  const dot = name.lastIndexOf('.');
  const extension = name.length - dot <= LONGEST_EXTENSION ? name.slice(dot) : '';
  return cut(name, LONGEST - extension.length) + extension;
}

const TEXT = /\.(?:csv|txt|tsv)$/i;

/** What the copy of a file without what tells of persons is called, so that nobody takes it for the file. */
export function redactedName(name: string, copy: Uint8Array): string {
  const [textual = '.csv'] = TEXT.exec(name) ?? [];
  const extension = isZip(copy) ? '.xlsx' : textual;
  const base = name.replace(/\.[^.]{1,16}$/, '');
  return shorten(`${cut(base, LONGEST - 40)} utan personuppgifter${extension}`);
}

/** A day, or a day and a time: their digits may check as those of a personnummer do. */
const STAMP =
  /(?<!\d)(?:20)?2\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[-_ T]?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?|(?![-+ ]?\d{4}(?!\d)))(?!\d)/g;

/** Of a name that tells of a person its kind of file is all that is left: it is stored, and shown to others. */
function withoutPerson(name: string): string {
  if (signIn(name.replace(STAMP, '')) === null) return name;
  const [extension = ''] = /\.[a-z]{1,7}$/i.exec(name) ?? [];
  return `fil${extension}`;
}

/**
 * A file's name as it may be shown: what a browser sends is text from outside, at times a whole path
 * of the sender's disk. Composed, since a Mac sends å as two characters. Control characters go, and
 * those that turn the direction of the text around. One that holds an e-mail address, a telephone number
 * or a personnummer is not kept. Never a place to write to.
 */
export function readFileName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const name = last
    .normalize('NFC')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069]/gu, '')
    .trim();
  return shorten(withoutPerson(name));
}
