import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between, pick, shuffled, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { counts, figures, setOut, words } from './columns.ts';
import { aMark } from './figures.ts';
import type { Figure } from './figures.ts';
import { groupColumns, someGroups } from './groups.ts';
import type { Group } from './groups.ts';
import { aYear } from './periods.ts';
import { BARE, distinct } from './sheet.ts';
import type { Writer } from './sheet.ts';
import type { Style } from './style.ts';
import type { World } from './world.ts';

/* Insikt: an index 0–100 for each area of authority, a row each or side by side. */

const TOTAL = 'U07453';
const AREAS: Readonly<Record<string, readonly string[]>> = {
  [TOTAL]: ['NKI totalt', 'Totalt', 'Samtliga myndighetsområden'],
  U07446: ['Brandskydd', 'Brandtillsyn'],
  U07447: ['Bygglov', 'Bygglov – NKI'],
  U07448: ['Markupplåtelse'],
  U07449: ['Miljö- och hälsoskydd', 'Miljötillsyn'],
  U07450: ['Serveringstillstånd'],
  U07455: ['Livsmedelskontroll', 'Livsmedel'],
};
const CODES = Object.keys(AREAS);

/** Told from 20 answers on of all areas, and from 10 of one (Kolada's texts on U07453 and U07455). */
const fewestOf = (code: string) => (code === TOTAL ? 20 : 10);

/** Above 10, so that nobody takes it for a mark of ten. */
function anIndex(random: Random, style: Style): Figure {
  if (random() < 0.1) return aMark(random);
  const [whole, decimals] = [
    between(random, 11, 99),
    random() < 0.5 ? '' : String(upTo(random, 9)),
  ];
  const text = decimals === '' ? String(whole) : `${whole}${style.decimal}${decimals}`;
  return { state: 'value', value: Number(`${whole}.${decimals || 0}`), textBy: () => text };
}

const HIDDEN = { state: 'suppressed', value: null } as const;

/** `n` is null where it is hidden, and undefined where it is not told. */
type Answered = number | null | undefined;
const countText = (n: Answered) => n ?? '<10';
const aCount = (random: Random) => (random() < 0.1 ? null : between(random, 1, 60));

function knownOf(
  world: World,
  { place, when }: Group,
  code: string,
  { state, value }: Figure,
  n: Answered,
): SeenValue {
  const isFew = n !== undefined && (n === null || n < fewestOf(code));
  const told = state === 'value' && isFew ? HIDDEN : { state, value };
  const measure = world.coded.get(code)!;
  return { ...BARE, ...told, measure, place: place.id, period: when.period, n: n ?? null };
}

const year = (random: Random) => {
  const text = String(aYear(random));
  return { period: text, text };
};

const groupsOf = (world: World, random: Random, hasPlace: boolean) =>
  someGroups(random, {
    places: hasPlace ? world.units : [{ id: world.here, names: [''] }],
    hasSex: false,
    most: 6,
    aWhen: year,
  });

const byRow: Writer = (world, random, style) => {
  const has = { place: random() < 0.7, n: random() < 0.7 };
  const all = groupsOf(world, random, has.place).flatMap((group) =>
    shuffled(random, CODES)
      .slice(0, between(random, 2, 7))
      .map((code) => ({ group, code })),
  );
  const rows = shuffled(random, all).map((one) => ({
    ...one,
    figure: anIndex(random, style),
    n: has.n ? aCount(random) : undefined,
  }));
  const columns = [
    ...groupColumns(
      random,
      rows.map(({ group }) => group),
      {
        place: has.place ? ['Enhet', 'Kommun'] : null,
        period: ['År', 'Undersökningsår'],
        hasSex: false,
      },
    ),
    words(
      pick(random, ['Myndighetsområde', 'Verksamhet', 'Område']),
      rows.map(({ code }) => pick(random, AREAS[code]!)),
    ),
    figures(
      pick(random, ['NKI', 'Nöjd-kund-index']),
      rows.map(({ figure }) => figure),
      style,
    ),
    ...(has.n
      ? [
          counts(
            pick(random, ['Antal svar', 'Svar']),
            rows.map(({ n }) => countText(n)),
          ),
        ]
      : []),
  ];
  return {
    layout: 'nki',
    ...setOut(columns, style),
    known: rows.map(({ group, code, figure, n }) => knownOf(world, group, code, figure, n)),
    place: has.place ? 0 : null,
  };
};

const byColumn: Writer = (world, random, style) => {
  const hasCounts = random() < 0.5;
  const groups = distinct(
    groupsOf(world, random, true),
    ({ place, when }) => `${place.id} ${when.period}`,
  );
  const codes = [TOTAL, ...shuffled(random, CODES.slice(1)).slice(0, between(random, 2, 6))];
  const ns = groups.map(() => (hasCounts ? aCount(random) : undefined));
  const values = codes.map(() => groups.map(() => anIndex(random, style)));
  const columns = [
    ...groupColumns(random, groups, { place: ['Enhet', 'Kommun'], period: ['År'], hasSex: false }),
    ...codes.map((code, at) =>
      figures(code === TOTAL ? 'NKI totalt' : pick(random, AREAS[code]!), values[at]!, style),
    ),
    ...(hasCounts ? [counts('Antal svar', ns.map(countText))] : []),
  ];
  return {
    layout: 'nki',
    ...setOut(columns, style),
    known: codes.flatMap((code, at) =>
      groups.map((group, row) => knownOf(world, group, code, values[at]![row]!, ns[row])),
    ),
    place: 0,
  };
};

export const nki: Writer = (world, random, style) =>
  (random() < 0.7 ? byRow : byColumn)(world, random, style);
