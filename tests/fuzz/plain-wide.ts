import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between, pick, shuffled } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { figures, setOut, words } from './columns.ts';
import type { Column } from './columns.ts';
import { AS_WRITTEN, doubtsOf } from './doubts.ts';
import { aFigure } from './figures.ts';
import type { Figure } from './figures.ts';
import { groupColumns, someGroups } from './groups.ts';
import { aPeriod } from './periods.ts';
import { kindOf } from './plain-long.ts';
import { BARE, distinct } from './sheet.ts';
import type { Clean, Writer } from './sheet.ts';
import type { Style } from './style.ts';
import { anyCase, SEX_WORDS } from './words.ts';
import type { CalledMeasure, World } from './world.ts';

/* Our own words with the figures side by side: a column for each indicator, or for each period. */

/** Nothing but marks in a column may be notes of another kind: then nobody knows the table. */
const hasNumbers = ({ texts }: Column) => texts.some((text) => /\d/.test(text));

const someMeasures = (world: World, random: Random): readonly CalledMeasure[] =>
  shuffled(random, [...world.own, ...world.kolada]).slice(0, between(random, 1, 4));

/** How a heading or a name says what is measured. */
const titleOf = ({ names }: CalledMeasure) => names[1]!;

const figureOf = (random: Random, style: Style, measure: CalledMeasure): Figure =>
  aFigure(random, style, kindOf(random, measure));

type Values = { readonly measure: number; readonly figures: readonly Figure[] };

const doubtsIn = (world: World, all: readonly Values[]) =>
  doubtsOf(
    world,
    all.flatMap(({ measure, figures: list }) =>
      list.map(({ value, textBy }) => ({ measure, value, text: textBy('') })),
    ),
  );

const finished = (
  columns: readonly Column[],
  style: Style,
  known: readonly SeenValue[],
  mayStop: Clean['mayStop'],
  place: number | null,
): Clean => {
  const table = setOut(columns, style);
  return {
    layout: 'plain-wide',
    ...table,
    ...{ known, place, mayStop: [...table.mayStop, ...mayStop] },
    answers: { ...AS_WRITTEN, ...table.answers },
  };
};

const byTitle: Writer = (world, random, style) => {
  const hasSex = random() < 0.3;
  const groups = someGroups(random, { places: world.units, hasSex, most: 20 });
  const values = someMeasures(world, random).map((measure) => ({
    measure: measure.id,
    title: titleOf(measure),
    figures: groups.map(() => figureOf(random, style, measure)),
  }));
  const columns = values.map((one) => figures(one.title, one.figures, style));
  const known = values.flatMap(({ measure, figures: list }) =>
    groups.map(({ place, when, sex }, row): SeenValue => {
      const { state, value } = list[row]!;
      return { ...BARE, measure, place: place.id, period: when.period, sex, state, value };
    }),
  );
  const place = ['Enhet', 'Arbetsplats', 'Plats'];
  return finished(
    [...groupColumns(random, groups, { place, period: ['År', 'Period'], hasSex }), ...columns],
    style,
    known,
    [
      ...doubtsIn(world, values),
      ...(columns.every(hasNumbers) ? [] : (['unknown-layout'] as const)),
    ],
    0,
  );
};

const KINDS = [
  ['utfall', ''],
  ['utfall', ''],
  ['utfall', 'Utfall '],
  ['budget', 'Budget '],
  ['prognos', 'Prognos '],
] as const;

type Head = {
  readonly period: string;
  readonly kind: SeenValue['kind'];
  readonly heading: string;
};

/** A heading ends in a period of so many words at most. */
const WORDS = 3;

function someHeads(random: Random): readonly Head[] {
  const all = Array.from({ length: between(random, 1, 5) }, (): Head => {
    const { period, text } = aPeriod(random);
    const [kind, word] = pick(random, KINDS);
    return { period, kind, heading: word + text };
  });
  const short = all.filter(({ heading }) => heading.split(/\s+/).length <= WORDS);
  const heads = short.length > 0 ? short : [{ period: '2024', kind: 'utfall', heading: '2024' }];
  return distinct(heads as readonly Head[], ({ period, kind }) => `${period} ${kind}`);
}

const byPeriod: Writer = (world, random, style) => {
  const has = { place: random() < 0.5, sex: random() < 0.3 };
  const heads = someHeads(random);
  const measures = [...world.own, ...world.kolada];
  const all = Array.from({ length: between(random, 1, 20) }, () => ({
    measure: pick(random, measures),
    place: has.place ? pick(random, world.units) : { id: world.here, names: [''] },
    sex: has.sex ? pick(random, ['T', 'K', 'M'] as const) : 'T',
  }));
  const rows = distinct(all, ({ measure, place, sex }) => `${measure.id} ${place.id} ${sex}`);
  const values = heads.map(() => rows.map(({ measure }) => figureOf(random, style, measure)));
  const columns = heads.map(({ heading }, at) => figures(heading, values[at]!, style));
  const known = heads.flatMap(({ period, kind }, at) =>
    rows.map(({ measure, place, sex }, row): SeenValue => {
      const { state, value } = values[at]![row]!;
      return { ...BARE, measure: measure.id, place: place.id, period, kind, sex, state, value };
    }),
  );
  const said = rows.map(({ measure }, row) => ({
    measure: measure.id,
    figures: values.map((column) => column[row]!),
  }));
  const about = [
    ...(has.place
      ? [
          words(
            pick(random, ['Enhet', 'Plats']),
            rows.map(({ place }) => anyCase(random, place.names[0]!)),
          ),
        ]
      : []),
    words(
      pick(random, ['Indikator', 'Mått']),
      rows.map(({ measure }) => anyCase(random, pick(random, measure.names))),
    ),
    ...(has.sex
      ? [
          words(
            'Kön',
            rows.map(({ sex }) => pick(random, SEX_WORDS[sex])),
          ),
        ]
      : []),
  ];
  return finished(
    [...about, ...columns],
    style,
    known,
    [...doubtsIn(world, said), ...(columns.some(hasNumbers) ? [] : (['unknown-layout'] as const))],
    has.place ? 0 : null,
  );
};

export const plainWide: Writer = (world, random, style) =>
  (random() < 0.5 ? byTitle : byPeriod)(world, random, style);
