import { describe, expect, test } from 'vitest';
import { assessAll } from '#lib/domain/assess-all.ts';
import {
  aMeasure,
  anIndicator,
  anObservation,
  aSnapshot,
  aTarget,
} from '../../../tests/builders.ts';
import { atMost, within } from '../../../tests/rules.ts';
import { chartSvg } from './chart-svg.ts';
import { drawFigures } from './figures.ts';

const EVIL = `</text><script>alert("1")</script> <style>*{}</style> & 'å' 👩‍👩‍👧‍👦`;

const assessed = assessAll(
  aSnapshot({
    measures: [aMeasure({ source: 'kolada', isShare: false, unit: 'dagar' })],
    indicators: [
      anIndicator({
        ...{ title: EVIL, decimals: 1 },
        breaks: [{ from: '2022-01-01', reason: EVIL }],
      }),
    ],
    targets: [aTarget({ rule: atMost(9000.5, within(10)) })],
    observations: [
      ...[
        ['2021', 12345.6],
        ['2022', 7.5],
        ['2023-H1', 9001],
      ].map(([period, value]) => anObservation({ period: String(period), value: Number(value) })),
      ...['a', EVIL].map((part, index) =>
        anObservation({ period: '2022', breakdown: `del=${part}`, value: index + 0.25 }),
      ),
    ],
  }),
);
const figures = drawFigures(assessed.indicators[0]!, assessed);
const svgs = figures.flatMap(({ wide, narrow }) => [wide, narrow]);

/** Every tag that opens is closed, in order: enough to be put inside a page. */
function isBalanced(svg: string): boolean {
  const open: string[] = [];
  for (const [tag, isEnd, name] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*)?\/?>/g)) {
    if (tag.endsWith('/>')) continue;
    if (isEnd === '') open.push(name!);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

describe('a chart on the server', () => {
  test('is drawn for a wide and a narrow place, each chart', () => {
    expect(svgs).toHaveLength(4);
  });

  test.each(svgs.map((svg, index) => [index, svg] as const))('nr %i is plain svg', (_, svg) => {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+" role="img" aria-label="[^"<>]+">/,
    );
    expect(svg).toMatch(/<\/svg>$/);
    expect(svg).not.toMatch(/<style|<script|<foreignObject|\son\w+=|javascript:|NaN|Infinity/);
    expect(svg).not.toMatch(/class="zr|ecmeta_/);
    expect(svg).not.toMatch(/\sstyle=/);
    const letters = [...svg.matchAll(/<text [^>]*>/g)].map(([tag]) => tag);
    const said = /font-size="14px" font-family="'Source Sans 3', [^"]+"( font-weight="600")?/;
    expect(letters.filter((tag) => !said.test(tag))).toEqual([]);
    expect(isBalanced(svg)).toBe(true);
  });

  test('numbers are Swedish', () => {
    expect(svgs[0]).toContain('>12\u00a0345,6<');
    expect(svgs[0]).toContain('>7,5<');
    expect(svgs[0]).toMatch(/>\d+\u00a0000</);
    expect(svgs[2]).toMatch(/>0,3<|>0,25</);
    expect(svgs.join('')).not.toMatch(/>\d+[.]\d/);
  });

  test('what is not stated is written as it is, and nothing else', () => {
    expect(svgs[0]).toContain('jan–juni');
    expect(svgs[0]).toContain('målvärde 2023: högst 9\u00a0000,5');
  });

  test('is drawn once for as long as the tree lasts', () => {
    expect(drawFigures(assessed.indicators[0]!, assessed)).toBe(figures);
  });
});

test('the alternative text is escaped', () => {
  const svg = chartSvg({ series: [] }, { width: 10, height: 10 }, 'a "b" <c> & d $&');
  expect(svg).toContain('aria-label="a &quot;b&quot; &lt;c&gt; &amp; d $&amp;"');
});
