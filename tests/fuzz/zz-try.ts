import { fuzzer } from './one.ts';
const [n = 200, seed = 1, show = 5, from = 0] = process.argv.slice(2).map(Number);
const { check, bytesOf } = fuzzer(seed);
const t0 = performance.now();
const tally = new Map<string, number>();
let faults = 0,
  shown = 0,
  slow = [0, 0];
const kinds = new Map<string, number[]>();
for (let i = from; i < from + n; i++) {
  const r = check(i);
  if (r.ms > slow[0]!) slow = [r.ms, i];
  const k = r.layout + ' ' + r.outcome + ' ' + r.stops.join(',');
  tally.set(k, (tally.get(k) ?? 0) + 1);
  if (r.faults.length) {
    faults++;
    const key = (r.outcome + ' ' + r.faults[0])
      .replace(
        /refused for (.*)/,
        (_: string, j: string) =>
          'refused for ' +
          JSON.parse(j)
            .map((p: any) => p.code)
            .filter((c: string, i: number, a: string[]) => a.indexOf(c) === i)
            .join(),
      )
      .replace(/(stored|lost) \{.*/, '$1')
      .slice(0, 250);
    (kinds.get(key) ?? kinds.set(key, []).get(key)!).push(i);
    if (shown++ < show) {
      const bytes = bytesOf(i);
      console.log('---', i, r.layout, r.outcome);
      console.log(r.faults.slice(0, 3).join('\n').slice(0, 1500));
      console.log(
        JSON.stringify(Buffer.from(bytes).toString(bytes[0] === 0xff ? 'utf16le' : 'latin1')).slice(
          0,
          1500,
        ),
      );
    }
  }
}
console.log(
  [...tally]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 14)
    .map((x) => x.join(': '))
    .join('\n'),
);
console.log('faults', faults, 'of', n, 'ms/file', (performance.now() - t0) / n, 'slowest', slow);
for (const [k, v] of kinds) console.log(v.length, k, v.slice(0, 6).join(' '));
