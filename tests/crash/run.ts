import { killAt, prepare } from './kill.ts';
import type { Aftermath } from './kill.ts';

/*
 * npm run crash [-- 20 [ROWS]]: so many large files are being read in when their process is killed, each
 * at a moment that chance decides. Afterwards each is there whole or not at all.
 */

const [kills = 20, rows = 100_000] = process.argv.slice(2).map(Number);

const line = (number: number, { at, cutOff, rows: found, wrong }: Aftermath) =>
  [
    `${String(number).padStart(3)}  SIGKILL efter ${at.toFixed(0).padStart(5)} ms`,
    { none: 'inget påbörjat', loading: `${found} rader inne`, stored: 'lagrad' }[cutOff],
    wrong.length === 0 ? 'ok' : `FEL: ${wrong.join('; ')}`,
  ].join('  ');

const field = await prepare(rows);
try {
  console.log(`${rows} rader tar ${field.ms.toFixed(0)} ms att läsa in.`);
  const found: Aftermath[] = [];
  for (let number = 1; number <= kills; number += 1) {
    const one = await killAt(field, `kill-${number}`, Math.random() * field.ms);
    found.push(one);
    console.log(line(number, one));
  }
  const half = found.filter(({ wrong }) => wrong.length > 0).length;
  const during = found.filter((one) => one.cutOff === 'loading').length;
  console.log(`${kills} avbrutna, ${during} av dem mitt i lagringen: ${half} halva inläsningar.`);
  process.exitCode = half > 0 ? 1 : 0;
} finally {
  field.close();
}
