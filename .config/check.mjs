/** `npm test`: every check in turn, the quick ones first and side by side. Stops at the first that fails. */
import { spawn } from 'node:child_process';

const bin = (name) => `node_modules/.bin/${name}`;
const script = (name) => ['npm', 'run', '-s', name];

/** Title, and the commands of it. Style and types are what `lint` and `types` are, with their types written once. */
const STEPS = [
  ['Sidornas typer', [[bin('svelte-kit'), 'sync']]],
  [
    'Kodstil och typer (npm run lint, npm run types)',
    [
      [bin('eslint'), '.'],
      [bin('prettier'), '--check', '.'],
      [bin('svelte-check'), '--fail-on-warnings'],
    ],
  ],
  ['Enhetstester, databas och flöden (npm run unit)', [script('unit')]],
  ['Bygge (npm run build)', [script('build')]],
  ['Webbläsare (npm run e2e; en tredjedel av de långa listorna)', [script('e2e')]],
];

const DAY_MS = 86_400_000;

/** Long lists of the browser's take turns, a third a day: see tests/e2e/turns.ts. */
process.env.FYREN_TURN ??= String(Math.floor(Date.now() / DAY_MS) % 3);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} s`;
const started = performance.now();
console.log(`De långa listorna: FYREN_TURN=${process.env.FYREN_TURN}.`);

/** What a check prints comes as it is printed, or when it has ended where others run beside it. */
const run = ([command, ...given], isAlone) =>
  new Promise((resolve) => {
    const stdio = isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, given, { stdio });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (printed += text));
    child.on('close', (status) => {
      process.stdout.write(printed);
      resolve(status === 0);
    });
  });

for (const [index, [title, commands]] of STEPS.entries()) {
  console.log(`\n── ${index + 1}/${STEPS.length} ${title}`);
  const since = performance.now();
  const found = await Promise.all(commands.map((one) => run(one, commands.length === 1)));
  if (found.includes(false)) {
    console.error(`\n✗ ${title} gick inte igenom.`);
    process.exit(1);
  }
  console.log(`✓ ${title}, ${seconds(since)}`);
}

console.log(`\n✓ Allt gick igenom på ${seconds(started)}.`);
