import type { Sex } from '#lib/domain/model.ts';
import { fold } from '../fold.ts';
import { remembered } from '../rows.ts';
import { SAID_WORDS } from './span.ts';

/*
 * The seven figures of sick leave that every kommun gives in its årsredovisning, and Kolada's ids of
 * them. That of 60 days or more (N00091) is a share of the sick leave, never of the working time.
 */

export type KeyFigure = { readonly kpi: string; readonly sex: Sex };

const figure = (kpi: string, sex: Sex = 'T'): KeyFigure => ({ kpi, sex });

/** What sets each apart from the total, in headings with blanks for all signs but `-`, `+`, `<` and `>`. */
const ASPECTS: readonly (readonly [RegExp, KeyFigure])[] = [
  [
    /(?<!\S)(?:långtid(?:s(?:sjuk)?frånvaron?)?|[≥>]=? ?(?:60|59)|(?:60|59) ?\+?)(?!\S)/,
    figure('N00091'),
  ],
  [/(?<!\S)(?:kvinnor|kvinna|kv)(?!\S)/, figure('N00090', 'K')],
  [/(?<!\S)(?:män|man)(?!\S)/, figure('N00090', 'M')],
  [
    /(?<!\S)(?:[≤<]=? ?29|< ?30|(?:\d\d? ?)?- ?29|29(?= .*yngre)|(?:under|än) 30|till 29)(?!\S)/,
    figure('N00092'),
  ],
  [/(?<!\S)30 ?(?:-|till) ?49(?!\S)/, figure('N00093')],
  [
    /(?<!\S)(?:[≥>]=? ?50|> ?49|50 ?(?:\+|-(?: ?\d\d)?)|50(?= .*(?:äldre|uppåt))|(?:över|än) 49)(?!\S)/,
    figure('N00094'),
  ],
];

/** Words that say nothing of which figure it is. A word beside these makes it another: short spells, hours, costs. */
const BESIDE = new Set(
  (
    'sjukfrånvaro sjukfrånvaron sjukfrånvarotid total totalt totala samtliga alla andel andelen procent ' +
    'i av varav därav den det bland för hos med anställda medarbetare kommun kommunen ålder åldern ' +
    'åldersgrupp åldersgruppen år eller och mer fler längre än minst under över till upp uppåt yngre äldre ' +
    'dagar dag kalenderdagar sammanhängande ordinarie arbetad arbetstid tid avser'
  ).split(' '),
);

const plain = (heading: string) =>
  fold(heading)
    .replace(SAID_WORDS, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/[()%,.:;/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-•*] (?=\p{L})/u, '');

const isTotal = (words: readonly string[]) =>
  words.some((word) => /^(?:sjukfrånvaron?|totalt?|samtliga)$/.test(word));

/** Which of the seven a heading or a name is, or null: also of two aspects at once, which none of them has. */
export const keyFigureOf = remembered((heading): KeyFigure | null => {
  const text = plain(heading);
  const found = ASPECTS.filter(([pattern]) => pattern.test(text));
  const rest = found.reduce((left, [pattern]) => left.replace(new RegExp(pattern, 'g'), ' '), text);
  const words = rest.split(' ').filter((word) => word !== '');
  if (found.length > 1 || words.some((word) => !BESIDE.has(word))) return null;
  const [first] = found;
  if (first) return first[1];
  return isTotal(words) ? figure('N00090') : null;
});

/** Without the word: no indicator is called Kvinnor alone, so such names are those of the seven. */
export const isBare = (name: string): boolean => !plain(name).includes('sjukfrånvaro');

/** How many different ones of the seven. */
export const countOf = (figures: readonly KeyFigure[]): number =>
  new Set(figures.map(({ kpi, sex }) => `${kpi} ${sex}`)).size;
