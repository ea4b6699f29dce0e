import { describe, expect, test } from 'vitest';
import { assessIndicator } from '#lib/domain/assess-indicator.ts';
import type { Indicator, Target } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import {
  aMeasure,
  anIndicator,
  anObservation,
  anOccasion,
  aSnapshot,
  aTarget,
} from '../../../tests/builders.ts';
import { atMost, within } from '../../../tests/rules.ts';
import { figuresOf } from './figures.ts';
import type { Figure } from './figures.ts';
import { NARROW, STATE_FILL, WIDE } from './look.ts';
import type { Size } from './look.ts';

const LONG = `Väntetid 👩‍👩‍👧‍👦 <script>alert(1)</script> ${'i antal dagar '.repeat(15)}`;
const PLACES: readonly Place[] = [2, 3].map((id) => ({
  ...{ id, kind: 'unit', code: null, name: id === 2 ? 'Norr' : LONG, parent: 1 },
}));

const at = (period: string, value: number, given: Partial<Omit<Observation, 'period'>> = {}) =>
  anObservation({ ...given, period, value });

function figures(
  observations: readonly Observation[],
  indicator: Partial<Indicator> = {},
  targets: readonly Target[] = [],
): readonly Figure[] {
  const snapshot = aSnapshot({
    measures: [aMeasure({ source: 'kolada', unit: 'dagar', isShare: false })],
    indicators: [anIndicator({ title: 'Väntetid', better: 'lower', ...indicator })],
    ...{ observations, targets, places: PLACES },
    occasion: anOccasion({ cutoffOn: '2023-12-31' }),
  });
  return figuresOf(assessIndicator(snapshot, snapshot.indicators[0]!), PLACES, '2023-12-31');
}

/** A chart as plain data, to look into. */
type Data = {
  readonly name?: string;
  readonly type: string;
  readonly data: readonly {
    readonly value: unknown;
    readonly itemStyle?: { readonly color: string };
    readonly label?: { readonly show: boolean; readonly formatter: string };
  }[];
};
const optionOf = (figure: Figure | undefined, size: Size = WIDE) => figure!.draw(size).option;
const seriesOf = (figure: Figure | undefined, name: string, size: Size = WIDE) =>
  (optionOf(figure, size).series as unknown as readonly Data[]).filter((one) => one.name === name);

describe('through time', () => {
  const years = [at('2021', 81), at('2022', 95), at('2023', 102.5)];

  test('one run is one series, a break makes two, and its reason stands on it', () => {
    expect(seriesOf(figures(years)[0], 'Utfall')).toHaveLength(1);
    const breaks = [{ from: '2022-01-01', reason: 'Ny metod' }];
    const [figure] = figures(years, { breaks });
    expect(seriesOf(figure, 'Utfall')).toHaveLength(2);
    expect(JSON.stringify(optionOf(figure).series)).toContain('"formatter":"Ny metod"');
    expect(figure?.notes).toContain('Vid den streckade lodräta linjen bryts serien: Ny metod.');
  });

  test('of several breaks each has a number, and the notes have the reasons', () => {
    const breaks = ['2022-01-01', '2023-01-01'].map((from) => ({ from, reason: LONG }));
    const [figure] = figures(years, { breaks });
    expect(JSON.stringify(optionOf(figure).series)).toContain('"formatter":"Brott 2"');
    expect(figure?.notes[1]).toMatch(/^Brott 2: Väntetid/);
  });

  test('a protected value is no point and no nought', () => {
    const [figure] = figures([
      ...[at('2020', 81), at('2022', 95)],
      anObservation({ period: '2021', state: 'suppressed' }),
    ]);
    const runs = seriesOf(figure, 'Utfall').map(({ data }) => data.map(({ value }) => value));
    expect(runs).toEqual([[[0, 81]], [[2, 95]]]);
    expect(figure?.notes).toContain('Där en punkt fattas saknas värdet eller är skyddat.');
  });

  test('the colour of the verdict is on the last point alone', () => {
    const [figure] = figures(years, {}, [aTarget({ rule: atMost(90) })]);
    const colours = seriesOf(figure, 'Utfall')[0]?.data.map(({ itemStyle }) => itemStyle?.color);
    expect(colours?.map((colour) => colour === STATE_FILL.red.fill)).toEqual([false, false, true]);
  });

  test('a preliminary point is hollow', () => {
    const [figure] = figures([at('2021', 81), at('2022', 90, { isPreliminary: true })]);
    expect(seriesOf(figure, 'Utfall')[0]?.data[1]?.itemStyle?.color).toBe('#fff');
    expect(figure?.notes).toContain('Ihåliga punkter är preliminära.');
  });

  test('the target is a line over its year, in words, with its yellow', () => {
    const [figure] = figures(years, {}, [aTarget({ rule: atMost(90, within(6)) })]);
    const [line] = seriesOf(figure, 'målvärde 2023: högst 90\u00a0dagar');
    expect(line?.data).toEqual([
      [1.5, 90],
      [2.5, 90],
    ]);
    expect(figure?.notes).toContain('Det gula fältet är nära målvärdet 2023: högst 96\u00a0dagar.');
  });

  test('a budget and a forecast are hollow, and have no colour of a state', () => {
    const [figure] = figures(
      [...years, at('2023', 90, { kind: 'budget' }), at('2023', 95, { kind: 'prognos' })],
      {},
      [aTarget({ rule: atMost(90) })],
    );
    for (const name of ['Budget', 'Prognos']) {
      const [series] = seriesOf(figure, name);
      expect(series).toMatchObject({ type: 'scatter', itemStyle: { color: '#fff' } });
      expect(series?.data).toHaveLength(1);
    }
  });

  test('women and men have lines of their own, and their newest values', () => {
    const [figure, ...others] = figures([
      ...years,
      ...[at('2022', 80, { sex: 'K' }), at('2023', 81, { sex: 'K' }), at('2023', 99, { sex: 'M' })],
    ]);
    expect(others).toEqual([]);
    const shown = (name: string) =>
      seriesOf(figure, name)[0]?.data.map(({ label }) => label?.show && label.formatter);
    expect(shown('Alla')).toEqual([false, false, '103']);
    expect(shown('Kvinnor')).toEqual([false, '81']);
    expect(shown('Män')).toEqual(['99']);
  });

  test.each([
    ['tight', [81, 83], false, 'Axeln börjar inte på 0.'],
    ['wide', [10, 83], true, null],
    ['on both sides', [-10, 83], true, null],
    ['below', [-80, -83], false, 'Axeln börjar inte på 0.'],
    ['noughts', [0, 0], true, null],
  ])('an axis says when it does not begin at nought: %s', (_, [first, last], isZero, note) => {
    const [figure] = figures([at('2021', first!), at('2022', last!)]);
    expect(optionOf(figure).yAxis).toMatchObject({ scale: !isZero });
    expect(figure?.notes.find((one) => one.startsWith('Axeln')) ?? null).toBe(note);
  });

  test('of many values the first and the last are written out', () => {
    const months = Array.from({ length: 36 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      return at(`${2021 + Math.floor(index / 12)}-${month}`, index);
    });
    const [figure] = figures(months);
    const shown = seriesOf(figure, 'Utfall')[0]?.data.filter(({ label }) => label?.show);
    expect(shown?.map(({ label }) => label?.formatter)).toEqual(['0', '35']);
  });

  test('long words are cut in the drawing', () => {
    const [figure] = figures(years, {
      breaks: [{ from: '2022-01-01', reason: LONG }],
      title: LONG,
    });
    expect(JSON.stringify(optionOf(figure, NARROW).series)).not.toContain('i antal dagar i antal');
    expect(figure?.alt.length).toBeLessThan(300);
  });

  test.each([
    [years, 'Linjediagram över Väntetid: från 81 dagar (2021) till 103 dagar (2023).'],
    [
      [...years, at('2022', 80, { sex: 'K' })],
      'Linjediagram över Väntetid, alla och kvinnor: alla från 81 dagar (2021) till 103 dagar (2023).',
    ],
  ])('who does not see it hears the first and the last', (observations, alt) => {
    expect(figures(observations)[0]?.alt.replace(/\u00a0/g, ' ')).toBe(alt);
  });

  test('values of different kinds are told to stand apart', () => {
    const [figure] = figures([at('..2021-12-31', 1), at('2022', 2)]);
    expect(figure?.notes).toEqual([
      'Värden för olika slags perioder binds inte ihop.',
      'Där det står t.o.m. säger källan inte vilken period värdet gäller.',
    ]);
  });
});

describe('part by part', () => {
  const part = (value: number | null, word: string) =>
    anObservation({
      ...{ period: '2023', breakdown: `ålder=${word}` },
      ...(value === null ? { state: 'suppressed' } : { value }),
    });

  test('a bar for each, and none for one without a number', () => {
    const [figure] = figures([part(-3285.4, 'a'), part(null, 'b'), part(12, 'c')]);
    const { yAxis, series } = optionOf(figure);
    expect(yAxis).toMatchObject({ data: ['A', 'B\n(skyddad)', 'C'] });
    expect((series as unknown as readonly Data[])[0]?.data).toMatchObject([
      { value: -3285.4, label: { position: 'left', formatter: '−3\u00a0285' } },
      { value: '-' },
      { value: 12, label: { position: 'right', formatter: '12' } },
    ]);
    expect(figure?.title).toBe('Ålder, 2023 (dagar)');
    expect(figure?.notes).toEqual(['Utan stapel: värdet saknas eller är skyddat.']);
  });

  test('units by name, a long one on two lines', () => {
    const [figure] = figures([
      at('2023', 1, { place: 2 }),
      at('2023', 2, { place: 3, isPreliminary: true }),
    ]);
    const names = (optionOf(figure, NARROW).yAxis as { data: string[] }).data;
    expect(names[0]).toBe('Norr');
    expect(names[1]?.split('\n').every((line) => [...line].length <= 24)).toBe(true);
    expect(figure?.title).toBe('Enheter, 2023 (dagar)');
    expect(figure?.notes).toEqual(['Ihåliga staplar är preliminära.']);
  });

  test('women and men of one period', () => {
    const [figure] = figures([at('2023', 1, { sex: 'K' }), at('2023', 2, { sex: 'M' })]);
    expect(figure?.alt.replace(/\u00a0/g, ' ')).toBe(
      'Stapeldiagram över Väntetid, kön, 2023: från 1 dag (Kvinnor) till 2 dagar (Män).',
    );
  });

  test('more bars than can be read are left to the table', () => {
    const many = Array.from({ length: 41 }, (_, index) => part(index, `del ${index}`));
    expect(figures(many)).toEqual([]);
  });
});

test('nothing is drawn of nothing', () => {
  expect(figures([])).toEqual([]);
  expect(figures([at('2023', 1)])).toEqual([]);
});
