import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../src/lib/domain/period.ts';
import { formatNumber } from '../src/lib/format/sv.ts';
import { printedWord } from '../src/lib/format/value.ts';
import {
  activitiesOf,
  asLine,
  figuresOf,
  goalsOf,
  indicatorsOf,
  judgementsOf,
  keyOf,
  wordsOf,
} from './seeds/expected.ts';
import { harnosand } from './seeds/harnosand.ts';
import { kalmar } from './seeds/kalmar.ts';
import { numberOf, readFacts, readPlan, readRows, textsOf } from './seeds/read.ts';
import type { Row } from './seeds/read.ts';
import { solna } from './seeds/solna.ts';
import { vaxholm } from './seeds/vaxholm.ts';

/*
 * The seeds of Kalmar, Solna, Härnösand and Vaxholm against the facts they were made from: nothing
 * lost, nothing added. The facts are figures, keys and lines out of the papers; tests/seeds/ has a
 * table for each kommun of how the words of its papers are written in Fyren.
 */

const PERIOD_TO = /^t\.o\.m\. /;
const LINES = /^rad \d+(, \d+)*$/;
const PERSONAL = [/@/, /(?<![\d-])(\+46|0\d{1,3})[-– ]?\d{2,3}[ ]?\d{2}[ ]?\d{2}/, /\d{6}-\d{4}/];

const figureOf = (row: Row) => ({
  key: row.Indikator,
  period: row.Period.replace(PERIOD_TO, '..'),
  sex: row['Kön'] || 'T',
  place: row.Plats ?? '',
  breakdown: row.Indelning ?? '',
  type: row.Typ ?? '',
  value: numberOf(row['Värde']),
  source: row['Anmärkning'],
});

const BOARDS = [kalmar, solna, harnosand, vaxholm].map((board) => ({
  ...{ slug: board.slug, board, facts: readFacts(board.slug) },
  ...{ file: readPlan(board.slug), rows: readRows(board.slug) },
}));

const boardOf = (slug: string) => {
  const found = BOARDS.find((one) => one.slug === slug);
  if (!found) throw new Error(`no board ${slug}`);
  return found;
};

const byKey = <T extends { key?: string; ref?: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.key ?? a.ref ?? '').localeCompare(b.key ?? b.ref ?? ''));

describe.each(BOARDS)('the seed of $slug', ({ board, facts, file, rows }) => {
  const goals = file.plans.flatMap((plan) => plan.goals.map((goal) => ({ plan, goal })));
  const activities = file.plans.flatMap((plan) => plan.activities.map((one) => ({ plan, one })));
  const judgements = file.reports.flatMap((report) => report.judgements);
  const comments = file.reports.flatMap((report) => report.comments);

  it('has every figure of the facts on its line, once, and no other', () => {
    expect(rows.map((row) => asLine(figureOf(row))).toSorted()).toEqual(
      figuresOf(board, facts).map(asLine).toSorted(),
    );
  });

  it('says one thing of one indicator, period, sex, place and part', () => {
    const places = rows.map((row) => asLine({ ...figureOf(row), value: 0, source: '' }));
    expect(places).toHaveLength(new Set(places).size);
  });

  it('has periods that can be read, and places that the plan has', () => {
    const periods = rows.map((row) => figureOf(row).period);
    expect(periods.filter((period) => parsePeriod(period) === null)).toEqual([]);
    const used = [...rows.map((row) => row.Plats ?? ''), ...judgements.map((one) => one.place)];
    const known = file.places.map((one) => one.name);
    expect(used.filter((name) => name && !known.includes(name))).toEqual([]);
  });

  it('loses no digit where the table of values shows it', () => {
    const shown = rows.map((row) => {
      const { decimals } = file.indicators.find((one) => one.key === row.Indikator)!;
      const printed = row['Värde'];
      const value = numberOf(printed);
      const word = printedWord({ value, printed }, decimals) ?? formatNumber(value, decimals);
      return numberOf(word.replace('−', '-').replace(/\s/g, ''));
    });
    expect(shown).toEqual(rows.map((row) => numberOf(row['Värde'])));
  });

  it('has the goals with level, line and what they lie under', () => {
    expect(
      byKey(
        goals.map(({ plan, goal: { key, level, parents: above, source } }) => ({
          ref: `${plan.key}/${key}`,
          level: `${plan.key}/${level}`,
          above,
          source,
        })),
      ),
    ).toEqual(byKey(goalsOf(board, facts)));
  });

  it('has the activities with line and what they lie under', () => {
    expect(
      byKey(
        activities.map(({ plan, one: { key, level, goals: above, source } }) => ({
          ref: `${plan.key}/${key}`,
          level: `${plan.key}/${level}`,
          above,
          source,
        })),
      ),
    ).toEqual(byKey(activitiesOf(board, facts)));
  });

  it('has the indicators with line, direction, targets and what they are read with', () => {
    const carriers = (key: string) =>
      activities
        .filter(({ one }) => one.indicators.includes(key))
        .map(({ plan, one }) => `${plan.key}/${one.key}`);
    expect(
      byKey(
        file.indicators.map((one) => ({
          ...{ key: one.key, namnd: one.namnd, better: one.better, source: one.source },
          ...{ isQualitative: one.isQualitative, isCompared: one.isCompared },
          above: [...one.goals, ...carriers(one.key)],
          targets: one.targets.map(({ year, rule, source }) => ({
            ...{ year, source },
            rule: rule.kind === 'text' ? { kind: 'text' } : rule,
          })),
        })),
      ),
    ).toEqual(byKey(indicatorsOf(board, facts)));
  });

  it('has targets for the whole year and all sexes, with the figure that is printed', () => {
    const targets = file.indicators.flatMap((one) => one.targets);
    expect(targets.filter((one) => one.occasion !== null || one.sex !== 'T')).toEqual([]);
    const differing = targets.filter(({ rule, printed }) => {
      const value = 'value' in rule ? rule.value : 'atMost' in rule ? rule.atMost : null;
      const digits = /-?\d[\d ]*(,\d+)?/.exec(printed ?? '')?.[0];
      return value !== null && digits && numberOf(digits.replaceAll(' ', '').trim()) !== value;
    });
    expect(differing).toEqual([]);
  });

  it('has a measure of its own for each indicator, a share where the unit says so', () => {
    const codes = file.measures.map((one) => one.code);
    expect(file.indicators.map((one) => one.measure).toSorted()).toEqual(codes.toSorted());
    expect(file.measures.filter((one) => one.isShare && one.unit !== '%')).toEqual([]);
  });

  it('judges what the papers judge and nothing more', () => {
    const scaleOf = (subject: string) => {
      const [kind, ref] = subject.split(':') as [string, string];
      const [planKey, key] = ref.split('/') as [string, string];
      const plan = file.plans.find((one) => one.key === planKey);
      const thing = [...(plan?.goals ?? []), ...(plan?.activities ?? [])].find(
        (one) => one.key === key,
      );
      return kind === 'indicator'
        ? file.plans.find((one) => one.indicatorScale !== null)?.indicatorScale
        : plan?.levels.find((one) => one.key === thing?.level)?.scale;
    };
    const wordOf = ({ subject, said }: (typeof judgements)[number]) =>
      said.kind === 'step'
        ? file.scales
            .find((one) => one.key === scaleOf(subject))
            ?.steps.find((one) => one.key === said.step)?.word
        : said.kind;
    expect(
      judgements
        .map((one) =>
          [one.subject, one.place, one.aspect, wordOf(one), one.trend, one.source].join(' | '),
        )
        .toSorted(),
    ).toEqual(judgementsOf(board, facts));
    expect(file.reports.flatMap((report) => report.ceilings)).toEqual([]);
  });

  it('has the reports of the meeting, published', () => {
    const published = file.reports.filter(({ phase }) => phase !== 'oppet');
    expect(
      published.map(({ namnd, occasion, meetingOn, phase }) => [
        ...[namnd, occasion, meetingOn],
        phase,
      ]),
    ).toEqual(board.reports.map((report) => [...report, 'publicerat']));
  });

  it('says nothing of the occasion that is open in the demo', () => {
    const open = file.reports.filter(({ phase }) => phase === 'oppet');
    expect(
      open.map(({ judgements, comments, ceilings }) => [judgements, comments, ceilings]),
    ).toEqual(open.map(() => [[], [], []]));
  });

  it('tells in words what the papers tell in words of an indicator', () => {
    const told = comments.filter((one) => one.part === 'utfall');
    expect(told.map((one) => [one.subject, one.place, one.source].join(' | ')).toSorted()).toEqual(
      wordsOf(board, facts).toSorted(),
    );
    const others = comments.filter(
      (one) => one.part !== 'utfall' && one.subject.startsWith('indicator:'),
    );
    const lineOf = new Map(file.indicators.map((one) => [`indicator:${one.key}`, one.source]));
    expect(others.filter((one) => one.source?.split(', ')[0] !== lineOf.get(one.subject))).toEqual(
      [],
    );
  });

  it('says by which line everything is, and nothing twice', () => {
    const targets = file.indicators.flatMap((one) => one.targets);
    const said = [...goals.map((one) => one.goal), ...activities.map(({ one }) => one)];
    const all = [...said, ...file.indicators, ...targets, ...judgements, ...comments];
    expect(all.filter((one) => !LINES.test(one.source ?? ''))).toEqual([]);
    expect(file.groups.filter((one) => !LINES.test(one.source ?? ''))).toEqual([]);
    const bodies = comments.map((one) => [one.subject, one.place, one.body].join());
    expect(bodies).toHaveLength(new Set(bodies).size);
  });

  it('has a title for everything, and whole sentences for comments', () => {
    const titles = [
      ...[...goals.map(({ goal }) => goal.title), ...activities.map(({ one }) => one.title)],
      ...file.indicators.map((one) => one.short ?? one.title),
      ...file.plans.flatMap((plan) => [plan.title, ...plan.levels.map((one) => one.singular)]),
    ];
    expect(titles.filter((title) => !/\p{L}{2}/u.test(title ?? ''))).toEqual([]);
    const shorts = file.indicators.map((one) => one.short ?? one.title);
    expect(shorts).toHaveLength(new Set(shorts).size);
    expect(comments.filter(({ body }) => !/^\p{Lu}.*[^.]\.$/u.test(body))).toEqual([]);
  });

  it('names no person: no address, no telephone, no personnummer', () => {
    const found = textsOf(board.slug).flatMap((text) =>
      PERSONAL.flatMap((form) => form.exec(text)?.[0] ?? []),
    );
    expect(found).toEqual([]);
  });

  it('has a reason for every node of the facts that is no goal', () => {
    const ids = new Set([
      ...Object.keys(facts.nodes),
      ...Object.values(facts.nodes).flatMap((one) => one.parents),
    ]);
    const refs = goals.map(({ goal }) => goal.key);
    expect([...ids].filter((id) => !refs.includes(keyOf(board, id))).toSorted()).toEqual(
      Object.keys(board.noGoals).toSorted(),
    );
  });
});

describe('what the facts hold', () => {
  it.each([
    ['kalmar', { nodes: 43, activities: 1, indicators: 89, figures: 67, judgements: 49 }],
    ['solna', { nodes: 5, activities: 20, indicators: 36, figures: 713, judgements: 5 }],
    ['harnosand', { nodes: 7, activities: 10, indicators: 29, figures: 39, judgements: 0 }],
    ['vaxholm', { nodes: 14, activities: 5, indicators: 37, figures: 143, judgements: 9 }],
  ])('of %s is as much as was read', (slug, counts) => {
    const { board, facts } = boardOf(slug);
    expect({
      nodes: Object.keys(facts.nodes).length,
      activities: Object.keys(facts.activities).length,
      indicators: Object.keys(facts.indicators).length,
      figures: figuresOf(board, facts).length,
      judgements: judgementsOf(board, facts).length,
    }).toEqual(counts);
  });

  it('of Kalmar, read out of running text, stands where the facts say that words stand', () => {
    const { board, facts } = boardOf('kalmar');
    const words = wordsOf(board, facts);
    const told = board.told.map(
      ({ subject, place, line }) => `${subject} | ${place} | rad ${line}`,
    );
    expect(told).toHaveLength(12);
    expect(told.filter((one) => !words.includes(one))).toEqual([]);
  });

  it.each([
    ['kalmar', 'x-avfall', '30 procent'],
    ['harnosand', 'i16', 'två gånger'],
    ['harnosand', 'i19', '1 yrkesgrupp'],
  ])('of %s, %s, stands in the words of its target: %s', (slug, key, figure) => {
    const { file } = boardOf(slug);
    const [target] = file.indicators.find((one) => one.key === key)!.targets;
    expect(target?.rule).toMatchObject({ kind: 'text', words: expect.stringContaining(figure) });
  });

  it('of Härnösand has one purpose, which the plan tells', () => {
    const { file } = boardOf('harnosand');
    expect(file.plans.map((plan) => [plan.key, (plan.purpose ?? '').length > 0])).toEqual([
      ['fullmaktige', false],
      ['mal-2025', true],
    ]);
  });
});
