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

/** Copies are text; what was a workbook is one no more. */
const TEXT = /\.(?:csv|txt|tsv)$/i;

/** What the copy of a file without what tells of persons is called, so that nobody takes it for the file. */
export function redactedName(name: string): string {
  const [extension = '.csv'] = TEXT.exec(name) ?? [];
  const base = name.replace(/\.[^.]{1,16}$/, '');
  return shorten(`${cut(base, LONGEST - 40)} utan personuppgifter${extension}`);
}

/**
 * A file's name as it may be shown: what a browser sends is text from outside, at times a whole path
 * of the sender's disk. Composed, since a Mac sends å as two characters. Control characters go, and
 * those that turn the direction of the text around. Never a place to write to.
 */
export function readFileName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  return shorten(
    last
      .normalize('NFC')
      .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069]/gu, '')
      .trim(),
  );
}
