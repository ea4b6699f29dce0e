import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDay } from '../src/lib/domain/calendar.ts';
import { parsePeriod } from '../src/lib/domain/period.ts';
import { formatNumber } from '../src/lib/format/sv.ts';
import { printedWord } from '../src/lib/format/value.ts';
import { parsePlanFile } from '../src/lib/server/plan/parse.ts';

/*
 * The seed of Gnesta against the facts it was made from: nothing lost, nothing added, every
 * reference resolved. The facts are figures and keys out of the papers, by line.
 */

type FactValue = {
  period: string;
  group: string;
  value: number;
  line: number;
  window?: string;
  measuredAt?: string;
};
type Facts = {
  counts: Record<'inriktningsmal' | 'verksamhetsfokus' | 'uppdrag' | 'ind' | 'hr' | 'vbb', number>;
  inriktningsmal: Record<string, { line: number; owners: string[] }>;
  verksamhetsfokus: Record<
    string,
    { line: number; parent: string; status: string; lines: number[] }
  >;
  uppdrag: Record<
    string,
    {
      line: number;
      parent: string;
      status: string | null;
      owner: string;
      dateText: string;
      related: string[];
      indicators: string[];
    }
  >;
  indicators: Record<
    string,
    {
      line: number;
      parents: string[];
      direction: 'higher' | 'lower' | null;
      koladaId?: string;
      sameAs?: string;
      target: { year: number; value: number; text: string; line: number } | null;
      values: FactValue[];
    }
  >;
};

const SEED = new URL('../seeds/gnesta/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, SEED), 'utf8');
const facts = JSON.parse(
  readFileSync(new URL('./fixtures/gnesta/facts.json', import.meta.url), 'utf8'),
) as Facts;

const parsed = parsePlanFile(read('plan.json'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 2));
const file = parsed.value;

const planOf = (key: string) => {
  const plan = file.plans.find((one) => one.key === key);
  if (!plan) throw new Error(`no plan ${key}`);
  return plan;
};
const fullmaktige = planOf('fullmaktige');
const verksamhetsplan = planOf('verksamhetsplan');
const [report] = file.reports;
if (!report) throw new Error('no report');

const STEP: Record<string, string> = { gron: 'uppnatt', gul: 'delvis', rod: 'ej' };
const keys = (items: readonly { readonly key: string }[]) => items.map((item) => item.key);
const kindOf = (key: string) => key.replace(/-\d+$/, '');

// The CSV files ----------------------------------------------------------------------------------

type Row = Readonly<Record<string, string>>;

const FILES = [
  '1-personal.csv',
  '2-volymer.csv',
  '3-delar-2022.csv',
  '4-bilaga-1-delar-2023.csv',
] as const;

/** These files hold no quotes, so a split is a reading. */
function rowsOf(name: string): Row[] {
  const lines = read(name).split('\r\n');
  expect(lines.pop(), `${name} ends with a line break`).toBe('');
  const header = lines.shift()!.split(';');
  return lines.map((line) => {
    expect(line, name).not.toMatch(/["\r\n]/);
    const cells = line.split(';');
    expect(cells, `${name}: ${line}`).toHaveLength(header.length);
    return Object.fromEntries(header.map((word, index) => [word, cells[index]!]));
  });
}

const numberOf = (text: string) => {
  expect(text).toMatch(/^\d+(,\d+)?$/);
  return Number(text.replace(',', '.'));
};

const asLine = (row: Row) =>
  [
    row.Indikator,
    row.Period!.replace(/^t\.o\.m\. /, '..'),
    row['Kön'] ?? 'T',
    row.Indelning ?? '',
    numberOf(row['Värde']!),
    row['Mätt'] ?? '',
    row['Anmärkning'],
  ].join(' | ');

function factPeriod(value: FactValue): string {
  if (value.window) return value.window;
  if (value.period === '2022-delar') return '..2022-08-31';
  return value.period.replace(/^(\d{4})-jan-aug$/, '$1-01..$1-08');
}

function factLine(key: string, value: FactValue): string {
  const isSex = ['T', 'K', 'M'].includes(value.group);
  const breakdown = isSex ? '' : `${key === 'hr-4' ? 'Ålder' : 'Del'}=${value.group}`;
  return [
    key,
    factPeriod(value),
    isSex ? value.group : 'T',
    breakdown,
    value.value,
    value.measuredAt ?? '',
    `rad ${value.line}`,
  ].join(' | ');
}

const factLines = (kind: string, when: (value: FactValue) => boolean = () => true) =>
  Object.entries(facts.indicators)
    .filter(([key]) => kindOf(key) === kind)
    .flatMap(([key, fact]) => fact.values.filter(when).map((value) => factLine(key, value)))
    .sort();

const sorted = (name: string) => rowsOf(name).map(asLine).sort();

describe('the figures of Gnesta', () => {
  it('are in these files and no other', () => {
    expect(
      readdirSync(SEED)
        .filter((name) => name.endsWith('.csv'))
        .sort(),
    ).toEqual([...FILES]);
  });

  it('are every figure of the facts, and only those', () => {
    expect(sorted('1-personal.csv')).toEqual(factLines('hr'));
    expect(sorted('2-volymer.csv')).toEqual(factLines('vbb'));
    expect(sorted('3-delar-2022.csv')).toEqual(
      factLines('ind', (one) => one.period === '2022-delar'),
    );
    expect(sorted('4-bilaga-1-delar-2023.csv')).toEqual(
      factLines('ind', (one) => one.period === '2023-H1'),
    );
    expect(FILES.flatMap(sorted)).toHaveLength(
      Object.values(facts.indicators).reduce((sum, one) => sum + one.values.length, 0),
    );
  });

  it('keep the appendix to its eight values', () => {
    const rows = rowsOf('4-bilaga-1-delar-2023.csv');
    expect(rows.map((row) => row.Indikator)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `ind-${n}`),
    );
    expect(rows.map((row) => row['Värde'])).toEqual([
      '102',
      '18',
      '33',
      '8',
      '19',
      '14',
      '6,8',
      '30,8',
    ]);
    expect(rows.filter((row) => row['Mätt']).map((row) => [row.Indikator, row['Mätt']])).toEqual([
      ['ind-2', '2023-05'],
    ]);
  });

  it('have periods that can be read and indicators that exist', () => {
    for (const row of FILES.flatMap(rowsOf)) {
      expect(parsePeriod(row.Period!.replace(/^t\.o\.m\. /, '..')), row.Period).not.toBeNull();
      expect(keys(file.indicators)).toContain(row.Indikator);
    }
  });

  it('lose no digit where the table of values shows them', () => {
    for (const row of FILES.flatMap(rowsOf)) {
      const { decimals } = file.indicators.find((one) => one.key === row.Indikator)!;
      const printed = row['Värde']!;
      const value = numberOf(printed);
      const shown = printedWord({ value, printed }, decimals) ?? formatNumber(value, decimals);
      expect(numberOf(shown.replace(/\s/g, '')), `${row.Indikator} ${row.Period}`).toBe(value);
    }
  });

  it('say one thing where two indicators share a series', () => {
    const said = new Map<string, string>();
    for (const row of FILES.flatMap(rowsOf)) {
      const { measure } = file.indicators.find((one) => one.key === row.Indikator)!;
      const place = [measure, row.Period, row['Kön'] ?? 'T', row.Indelning ?? ''].join(' | ');
      expect(said.get(place) ?? row['Värde'], place).toBe(row['Värde']);
      said.set(place, row['Värde']!);
    }
  });
});

// The plan ---------------------------------------------------------------------------------------

describe('the plan of Gnesta', () => {
  it('holds what the papers hold', () => {
    const count = (kind: string) =>
      file.indicators.filter((one) => kindOf(one.key) === kind).length;
    expect({
      inriktningsmal: fullmaktige.goals.length,
      verksamhetsfokus: verksamhetsplan.goals.length,
      uppdrag: verksamhetsplan.activities.length,
      ind: count('ind'),
      hr: count('hr'),
      vbb: count('vbb'),
    }).toEqual(facts.counts);
    expect(facts.counts).toEqual({
      inriktningsmal: 5,
      verksamhetsfokus: 4,
      uppdrag: 32,
      ind: 8,
      hr: 5,
      vbb: 15,
    });
    const under = (goal: string) =>
      verksamhetsplan.activities.filter((one) => one.goals.includes(`verksamhetsplan/${goal}`))
        .length;
    expect(['vf-1', 'vf-3', 'vf-4', 'vf-5'].map(under)).toEqual([11, 2, 7, 12]);
  });

  it('has the inriktningsmål with their nämnder', () => {
    const slugOf = new Map(file.namnder.map((one) => [one.short, one.slug]));
    for (const goal of fullmaktige.goals) {
      const fact = facts.inriktningsmal[goal.key];
      expect(goal.title, goal.key).toBeTruthy();
      expect(goal.namnder, goal.key).toEqual(fact?.owners.map((owner) => slugOf.get(owner)));
      expect(goal.source, goal.key).toBe(`rad ${fact?.line}`);
    }
    expect(keys(fullmaktige.goals)).toEqual(Object.keys(facts.inriktningsmal));
  });

  it('has verksamhetsfokus without titles of their own', () => {
    expect(keys(verksamhetsplan.goals)).toEqual(Object.keys(facts.verksamhetsfokus));
    for (const goal of verksamhetsplan.goals) {
      const fact = facts.verksamhetsfokus[goal.key];
      expect(goal.title, goal.key).toBeNull();
      expect(goal.parents, goal.key).toEqual([`fullmaktige/${fact?.parent}`]);
      expect(goal.source, goal.key).toBe(`rad ${fact?.line}`);
    }
  });

  it('has the uppdrag with owners, dates and links as written', () => {
    expect(keys(verksamhetsplan.activities)).toEqual(Object.keys(facts.uppdrag));
    for (const activity of verksamhetsplan.activities) {
      const fact = facts.uppdrag[activity.key]!;
      expect(activity.goals, activity.key).toEqual([`verksamhetsplan/${fact.parent}`]);
      expect(activity.owners.join(', '), activity.key).toBe(fact.owner);
      expect(activity.related, activity.key).toEqual(fact.related);
      expect(activity.indicators, activity.key).toEqual(fact.indicators);
      expect(activity.source, activity.key).toBe(`rad ${fact.line}`);
      const [start, end] = [activity.start!.text, activity.end!.text];
      const between = fact.dateText.slice(start.length, fact.dateText.length - end.length);
      expect(`${start}${between}${end}`, activity.key).toBe(fact.dateText);
      expect(between, activity.key).toMatch(/^\s*[-–]?\s+$/);
    }
  });

  it('never mends a date: what is no day has none, and says so', () => {
    const without: string[] = [];
    for (const activity of verksamhetsplan.activities) {
      for (const end of ['start', 'end'] as const) {
        const date = activity[end]!;
        expect(date.day, `${activity.key} ${end}`).toBe(isDay(date.text) ? date.text : null);
        if (date.day === null) without.push(`${activity.key} ${end} ${date.text}`);
      }
      const isFlagged = activity.start!.day === null || activity.end!.day === null;
      expect(activity.note?.includes('handlingarna') ?? false, activity.key).toBe(isFlagged);
    }
    expect(without).toEqual(['upp-326 end 23-01-30', 'upp-404 start 2023-04-31']);
  });

  it('has the indicators with direction, goal and target', () => {
    expect(keys(file.indicators)).toEqual(Object.keys(facts.indicators));
    for (const indicator of file.indicators) {
      const fact = facts.indicators[indicator.key]!;
      expect(indicator.better, indicator.key).toBe(fact.direction ?? 'none');
      expect(indicator.goals, indicator.key).toEqual(
        fact.parents.map((goal) => `fullmaktige/${goal}`),
      );
      expect(indicator.compareCode, indicator.key).toBe(fact.koladaId ?? null);
      expect(indicator.isCompared, indicator.key).toBe(fact.target !== null);
      expect(indicator.source, indicator.key).toBe(`rad ${fact.line}`);
      const { target, direction } = fact;
      expect(indicator.targets, indicator.key).toEqual(
        target === null
          ? []
          : [
              {
                year: target.year,
                occasion: null,
                sex: 'T',
                rule: {
                  kind: direction === 'lower' ? 'at-most' : 'at-least',
                  value: target.value,
                  isStrict: false,
                  yellow: null,
                },
                printed: target.text,
                source: `rad ${target.line}`,
              },
            ],
      );
    }
  });

  it('keeps one series for one measure shown in two places', () => {
    const measureOf = (key: string) => file.indicators.find((one) => one.key === key)?.measure;
    expect(measureOf('hr-3')).toBe(measureOf('ind-7'));
    expect(measureOf('hr-5')).toBe(measureOf('ind-8'));
    for (const indicator of file.indicators) {
      const twins = file.indicators.filter((one) => one.measure === indicator.measure);
      const isShared = Object.entries(facts.indicators).some(
        ([key, fact]) =>
          fact.sameAs === indicator.key || (key === indicator.key && fact.sameAs !== undefined),
      );
      expect(twins.length, indicator.key).toBe(isShared ? 2 : 1);
      for (const twin of twins) expect(twin.breaks, twin.key).toEqual(indicator.breaks);
    }
  });

  it('marks the break in the personnel series of 2023', () => {
    const broken = file.indicators.filter((one) =>
      one.breaks.some((cut) => cut.from === '2023-01-01'),
    );
    expect(keys(broken)).toEqual(['ind-7', 'ind-8', 'hr-1', 'hr-2', 'hr-3', 'hr-4', 'hr-5']);
  });
});

describe('the references of the plan', () => {
  const goalRefs = file.plans.flatMap((plan) =>
    plan.goals.map((goal) => `${plan.key}/${goal.key}`),
  );
  const activityRefs = file.plans.flatMap((plan) =>
    plan.activities.map((one) => `${plan.key}/${one.key}`),
  );
  const levelRefs = file.plans.flatMap((plan) =>
    plan.levels.map((level) => `${plan.key}/${level.key}`),
  );
  const scaleKeys = keys(file.scales);
  const slugs = file.namnder.map((one) => one.slug);
  const kinds = file.occasions.map((one) => one.kind);
  const stepsOf = (scale: string | null | undefined) =>
    keys(file.scales.find((one) => one.key === scale)?.steps ?? []);

  it('are unique where they must be', () => {
    const codes = file.measures.map((one) => one.code);
    const roles = file.roles.map((one) => one.code);
    for (const list of [
      goalRefs,
      activityRefs,
      levelRefs,
      scaleKeys,
      slugs,
      codes,
      roles,
      keys(file.indicators),
      keys(file.occasions),
    ]) {
      expect(list).toHaveLength(new Set(list).size);
    }
  });

  it('resolve in the plans', () => {
    for (const plan of file.plans) {
      expect(slugs).toEqual(expect.arrayContaining(plan.owners));
      if (plan.indicatorScale !== null) expect(scaleKeys).toContain(plan.indicatorScale);
      for (const level of plan.levels) {
        expect(levelRefs).toEqual(expect.arrayContaining(level.under));
        expect(Object.keys(level.reported).sort()).toEqual([...kinds].sort());
        if (level.scale !== null) expect(scaleKeys).toContain(level.scale);
      }
      const levels = (holds: string) => keys(plan.levels.filter((one) => one.holds === holds));
      for (const goal of plan.goals) {
        expect(levels('goal')).toContain(goal.level);
        expect(goalRefs).toEqual(expect.arrayContaining(goal.parents));
        expect(slugs).toEqual(expect.arrayContaining(goal.namnder));
        if (goal.title === null) expect(goal.parents.length).toBeGreaterThan(0);
      }
      for (const activity of plan.activities) {
        expect(levels('activity')).toContain(activity.level);
        expect(goalRefs).toEqual(expect.arrayContaining(activity.goals));
        expect(file.roles.map((one) => one.code)).toEqual(expect.arrayContaining(activity.owners));
        expect(keys(plan.activities)).toEqual(expect.arrayContaining(activity.related));
        expect(keys(file.indicators)).toEqual(expect.arrayContaining(activity.indicators));
      }
    }
  });

  it('resolve among occasions, measures and indicators', () => {
    const measures = file.measures.map((one) => one.code);
    for (const occasion of file.occasions) {
      if (occasion.forecasts !== null) expect(keys(file.occasions)).toContain(occasion.forecasts);
    }
    for (const indicator of file.indicators) {
      expect(slugs).toContain(indicator.namnd);
      expect(measures).toContain(indicator.measure);
      expect(goalRefs).toEqual(expect.arrayContaining(indicator.goals));
      expect(kinds).toEqual(expect.arrayContaining(indicator.measuredAt ?? []));
    }
    expect([...new Set(file.indicators.map((one) => one.measure))].sort()).toEqual(
      [...measures].sort(),
    );
    for (const measure of file.measures)
      expect(measure.isShare, measure.code).toBe(measure.unit === '%');
    const owners = new Set(
      file.plans.flatMap((plan) => plan.activities).flatMap((one) => one.owners),
    );
    expect(file.roles.map((one) => one.code).sort()).toEqual([...owners].sort());
  });

  it('resolve in the report', () => {
    const subjects = [
      ...goalRefs.map((ref) => `goal:${ref}`),
      ...activityRefs.map((ref) => `activity:${ref}`),
      ...keys(file.indicators).map((key) => `indicator:${key}`),
    ];
    const levelOf = (ref: string) => {
      const [planKey, key] = ref.replace(/^\w+:/, '').split('/');
      const plan = planOf(planKey!);
      const held = [...plan.goals, ...plan.activities].find((one) => one.key === key);
      return plan.levels.find((one) => one.key === held?.level);
    };
    const occasion = file.occasions.find((one) => one.key === report.occasion);
    expect(slugs).toContain(report.namnd);
    for (const judgement of report.judgements) {
      const level = levelOf(judgement.subject);
      expect(subjects).toContain(judgement.subject);
      expect(level?.reported[occasion!.kind], judgement.subject).toBe(judgement.aspect);
      if (judgement.said.kind === 'step')
        expect(stepsOf(level?.scale)).toContain(judgement.said.step);
    }
    for (const comment of report.comments) {
      expect(subjects).toContain(comment.subject);
      if (!comment.subject.startsWith('indicator:')) {
        expect(keys(levelOf(comment.subject)?.textParts ?? [])).toContain(comment.part);
      }
    }
    for (const ceiling of report.ceilings) {
      expect(goalRefs).toContain(ceiling.goal);
      expect(stepsOf(levelOf(ceiling.goal)?.scale)).toContain(ceiling.step);
    }
  });
});

// The report -------------------------------------------------------------------------------------

describe('the report of socialnämnden', () => {
  it('is the only one that is published, of delår 2023, as forecasts for the year', () => {
    expect(file.reports.map(({ phase }) => phase)).toEqual(['publicerat', 'oppet']);
    expect([report.namnd, report.occasion, report.phase, report.meetingOn]).toEqual([
      'socialnamnden',
      'delar-2023',
      'publicerat',
      '2023-10-03',
    ]);
    expect(file.occasions.find((one) => one.key === report.occasion)?.forecasts).toBe('ar-2023');
  });

  it('judges what the papers judge and nothing more', () => {
    const stated = [
      ...Object.entries(facts.verksamhetsfokus).map(([key, fact]) => ({
        subject: `goal:verksamhetsplan/${key}`,
        step: STEP[fact.status],
        source: `rad ${fact.lines.filter((line) => line !== 294).join(', ')}`,
      })),
      ...Object.entries(facts.uppdrag)
        .filter(([, fact]) => fact.status !== null)
        .map(([key, fact]) => ({
          subject: `activity:verksamhetsplan/${key}`,
          step: STEP[fact.status!],
          source: `rad ${fact.line}`,
        })),
    ];
    expect(stated).toHaveLength(5);
    expect(
      report.judgements.map(({ subject, said, source }) => ({
        subject,
        step: said.kind === 'step' ? said.step : said.kind,
        source,
      })),
    ).toEqual(stated);
    expect(report.judgements.every((one) => one.aspect === 'forecast' && one.reason === null)).toBe(
      true,
    );
  });

  it('has one comment for each uppdrag and each indikator, with its line', () => {
    const lines = [
      ...Object.entries(facts.uppdrag).map(([key, fact]) => [
        `activity:verksamhetsplan/${key}`,
        fact.line,
      ]),
      ...Object.entries(facts.indicators)
        .filter(([key]) => kindOf(key) === 'ind')
        .map(([key, fact]) => [`indicator:${key}`, fact.line]),
    ].map(([subject, line]) => `${subject} rad ${line}`);
    expect(report.comments.map((one) => `${one.subject} ${one.source}`)).toEqual(lines);
    for (const { body, subject } of report.comments)
      expect(body, subject).toMatch(/^\p{Lu}.*[^.]\.$/u);
  });

  it('has the ceiling of rad 294 on every verksamhetsfokus', () => {
    expect(report.ceilings.map(({ goal, step, source }) => [goal, step, source])).toEqual(
      Object.keys(facts.verksamhetsfokus).map((key) => [
        `verksamhetsplan/${key}`,
        'delvis',
        'rad 294',
      ]),
    );
  });
});
