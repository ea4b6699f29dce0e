/** `npm test`: every check in turn, the quick ones first. Stops at the first that fails. */
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['lint', 'Kodstil'],
  ['types', 'Typer'],
  ['unit', 'Enhetstester, databas och flöden'],
  ['build', 'Bygge'],
  ['e2e', 'Webbläsare'],
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} s`;
const started = performance.now();

for (const [index, [script, title]] of STEPS.entries()) {
  console.log(`\n── ${index + 1}/${STEPS.length} ${title} (npm run ${script})`);
  const stepStarted = performance.now();
  const { status } = spawnSync('npm', ['run', '-s', script], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n✗ ${title} gick inte igenom (npm run ${script}).`);
    process.exit(1);
  }
  console.log(`✓ ${title}, ${seconds(stepStarted)}`);
}

console.log(`\n✓ Allt gick igenom på ${seconds(started)}.`);
