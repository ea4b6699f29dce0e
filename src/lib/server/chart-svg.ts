import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';

/* The one door to ECharts at run time. */

echarts.use([BarChart, LineChart, ScatterChart]);
echarts.use([GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent]);
echarts.use([LabelLayout, SVGRenderer]);

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * What ECharts writes for a script that is not there: its style sheet (which would reach the whole
 * page), the classes it names, and marks of which series a shape is of.
 */
const LEFT_OUT = [
  /<style[^>]*>[\s\S]*?<\/style>/g,
  / class="zr[^"]*"/g,
  / ecmeta_[a-z_]+="[^"]*"/g,
  / pointer-events="[^"]*"/g,
];

/** What ECharts gives letters by a style, which the page's policy refuses, is said by attributes alike. */
const asAttributes = (style: string) =>
  style.replace(
    /([a-z-]+): ?([^;"]+);?/g,
    (_, name: string, value: string) => ` ${name}="${value}"`,
  );

const bare = (svg: string) =>
  LEFT_OUT.reduce((text, pattern) => text.replace(pattern, ''), svg).replace(
    / style="([^"]*)"/g,
    (_, style: string) => asAttributes(style),
  );

/** A chart as SVG that takes the width it is given. `alt` is what it says to who does not see it. */
export function chartSvg(
  option: EChartsOption,
  { width, height }: { readonly width: number; readonly height: number },
  alt: string,
): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = bare(chart.renderToSVGString());
  chart.dispose();
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(alt)}">`;
  return svg.replace(/<svg[^>]*>/, () => head).trim();
}
