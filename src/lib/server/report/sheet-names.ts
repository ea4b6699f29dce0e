/*
 * What Excel takes for the name of a sheet: 31 signs at most, none of \ / ? * [ ] :, no apostrophe at an end, not
 * "History", and none twice, whether in capitals or not.
 */

const LONGEST = 31;
const WITHOUT_NAME = 'Tabell';
const RESERVED = /^(?:history|historik)$/i;

/** By the units that Excel counts, and never within a sign of two. */
function cut(text: string, most: number): string {
  let short = '';
  for (const sign of text) {
    if (short.length + sign.length > most) return short.trimEnd();
    short += sign;
  }
  return short;
}

/** Whole words where there are some, else what there is room for. */
function shortened(title: string): string {
  const short = cut(title, LONGEST);
  const isWhole = short === title || title[short.length] === ' ';
  const words = isWhole ? short : short.slice(0, Math.max(0, short.lastIndexOf(' ')));
  return words.replace(/[\s,;.–-]+$/, '') || short;
}

function tidy(title: string): string {
  const allowed = title
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const ended = shortened(allowed)
    .replace(/^'+|'+$/g, '')
    .trim();
  return ended === '' || RESERVED.test(ended) ? `${ended} ${WITHOUT_NAME}`.trim() : ended;
}

/** A name for each title, in order, none of them twice and none of them taken: "Uppdrag", "Uppdrag (2)". */
export function sheetNames(
  titles: readonly string[],
  taken: readonly string[] = [],
): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return titles.map((title) => {
    const wanted = tidy(title);
    let name = wanted;
    for (let count = 2; used.has(name.toLowerCase()); count += 1) {
      const end = ` (${count})`;
      name = `${cut(wanted, LONGEST - end.length)}${end}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
