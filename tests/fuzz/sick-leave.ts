import type { Sex } from '#lib/domain/model.ts';
import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between, pick, shuffled, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { counts, figures, setOut, words } from './columns.ts';
import type { Column } from './columns.ts';
import { aMark } from './figures.ts';
import type { Figure } from './figures.ts';
import { groupColumns, someGroups } from './groups.ts';
import type { Group } from './groups.ts';
import { aPeriod } from './periods.ts';
import type { Spelled } from './periods.ts';
import { BARE } from './sheet.ts';
import type { Clean, Writer } from './sheet.ts';
import type { Style } from './style.ts';
import type { World } from './world.ts';

/* Sick leave: the seven figures of every årsredovisning, side by side or one a row (formats.md 8). */

type Seventh = { readonly code: string; readonly sex: Sex; readonly words: readonly string[] };

const TOTAL: Seventh = {
  ...{ code: 'N00090', sex: 'T' },
  words: ['Total sjukfrånvaro', 'Sjukfrånvaro totalt', 'Sjukfrånvaro (%)'],
};
const OTHERS: readonly Seventh[] = [
  { code: 'N00090', sex: 'K', words: ['Kvinnor', 'Sjukfrånvaro kvinnor'] },
  { code: 'N00090', sex: 'M', words: ['Män', 'Sjukfrånvaro, män'] },
  { code: 'N00091', sex: 'T', words: ['60 dagar eller mer', 'Varav långtidssjukfrånvaro'] },
  { code: 'N00092', sex: 'T', words: ['29 år eller yngre', 'Sjukfrånvaro -29 år'] },
  { code: 'N00093', sex: 'T', words: ['30–49 år', '30-49 år'] },
  { code: 'N00094', sex: 'T', words: ['50 år eller äldre', 'Sjukfrånvaro 50+'] },
];

/** A day alone may end a month or twelve, and so is asked about. */
const aWhen = (random: Random): Spelled => {
  const when = aPeriod(random);
  return /^\d{4}-\d\d-\d\d$/.test(when.period) ? { period: '2024', text: '2024' } : when;
};

function aShare(random: Random, style: Style): Figure {
  if (random() < 0.1) return aMark(random);
  const [whole, decimal] = [between(random, 0, 60), upTo(random, 9)];
  const tail = random() < 0.2 ? ' %' : '';
  const text = `${whole}${style.decimal}${decimal}${tail}`;
  return { state: 'value', value: Number(`${whole}.${decimal}`), textBy: () => text };
}

/** Of ten employed or fewer nothing is told (Ds 2002:22). */
const FEW = 10;
const HIDDEN = { state: 'suppressed', value: null } as const;
const HIDDEN_COUNTS = ['<10', '< 5', '..', '*', 'X'];

/** `null` where the file hides it, and undefined where it has no such column. */
type Employed = number | null | undefined;
const someEmployed = (random: Random): Employed => (random() < 0.1 ? null : between(random, 1, 90));

function shown(figure: Pick<Figure, 'state' | 'value'>, employed: Employed) {
  if (employed === null) return figure.state === 'value' ? HIDDEN : figure;
  return employed !== undefined && employed <= FEW ? HIDDEN : figure;
}

function knownOf(
  world: World,
  { place, when }: Group,
  { code, sex }: Seventh,
  figure: Figure,
  employed: Employed,
): SeenValue {
  const { state, value } = shown(figure, employed);
  const n = code === TOTAL.code && sex === 'T' ? (employed ?? null) : null;
  const measure = world.coded.get(code)!;
  return { ...BARE, ...{ state, value }, measure, place: place.id, period: when.period, sex, n };
}

/** Of a share of at most 1 nobody knows what it is a part of. */
const doubtsIn = (known: readonly SeenValue[]): Clean['mayStop'] =>
  known.some(({ value }) => value !== null && value > 0 && value <= 1) ? ['mixed-scale'] : [];

const finished = (columns: readonly Column[], style: Style, known: readonly SeenValue[]): Clean => {
  const table = setOut(columns, style);
  return {
    layout: 'sick-leave',
    ...table,
    ...{ known, mayStop: [...table.mayStop, ...doubtsIn(known)], place: 0 },
    answers: { 'mixed-scale': 'as-written', ...table.answers },
  };
};

const groupsIn = (world: World, random: Random, most: number) =>
  someGroups(random, { places: world.units, hasSex: false, most, aWhen });

const PLACES = ['Enhet', 'Arbetsplats', 'Förvaltning'] as const;
const PERIODS = ['År', 'Period'] as const;

const wide: Writer = (world, random, style) => {
  const hasEmployed = random() < 0.5;
  const groups = groupsIn(world, random, 20);
  const seven = shuffled(random, [
    TOTAL,
    ...shuffled(random, OTHERS).slice(0, between(random, 1, 6)),
  ]);
  const values = seven.map(() => groups.map(() => aShare(random, style)));
  const employed = groups.map(() => (hasEmployed ? someEmployed(random) : undefined));
  const columns = [
    ...groupColumns(random, groups, { place: PLACES, period: PERIODS, hasSex: false }),
    ...(hasEmployed
      ? [
          counts(
            'Antal anställda',
            employed.map((one) => one ?? pick(random, HIDDEN_COUNTS)),
          ),
        ]
      : []),
    ...seven.map((one, at) => figures(pick(random, one.words), values[at]!, style)),
  ];
  return finished(
    columns,
    style,
    seven.flatMap((one, at) =>
      groups.map((group, row) => knownOf(world, group, one, values[at]![row]!, employed[row])),
    ),
  );
};

const long: Writer = (world, random, style) => {
  const groups = groupsIn(world, random, 6);
  // One name at least is bare: in full they may be a kommun's own indicators.
  const [women, men, ...rest] = OTHERS as [Seventh, Seventh, ...Seventh[]];
  const seven = [TOTAL, women, men, ...rest.filter(() => random() < 0.7)];
  const names = seven.map((one) => (one === women ? one.words[0]! : pick(random, one.words)));
  const rows = shuffled(
    random,
    groups.flatMap((group) =>
      seven.map((one, at) => ({ group, one, name: names[at]!, figure: aShare(random, style) })),
    ),
  );
  const columns = [
    ...groupColumns(
      random,
      rows.map(({ group }) => group),
      { place: PLACES, period: PERIODS, hasSex: false },
    ),
    words(
      pick(random, ['Mått', 'Grupp', 'Sjukfrånvaro']),
      rows.map(({ name }) => name),
    ),
    figures(
      pick(random, ['Värde', 'Andel', 'Utfall']),
      rows.map(({ figure }) => figure),
      style,
    ),
  ];
  return finished(
    columns,
    style,
    rows.map(({ group, one, figure }) => knownOf(world, group, one, figure, undefined)),
  );
};

export const sickLeave: Writer = (world, random, style) =>
  (random() < 0.6 ? wide : long)(world, random, style);
