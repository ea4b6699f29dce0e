import { basename } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Outcome } from '#lib/domain/severity.ts';
import { DECIMAL, DELIMITER, heldWords, LAYOUT } from '#lib/format/reading.ts';
import { inspectFile } from '#lib/ingest/inspect.ts';
import type { Inspection } from '#lib/ingest/inspect.ts';
import { listProblems, readArguments } from './command-line.ts';
import { inspectionJson } from './inspection-json.ts';
import { readBytes } from './read-bytes.ts';

/* npm run -s inspect -- FILE [--sheet NAME] [--json]: what Fyren makes of a file, without storing anything. */

const USAGE = `Skriv: npm run -s inspect -- FIL [--sheet BLAD] [--json]
Visar hur en fil förstås. Inget sparas. --sheet väljer blad i en Excel-fil. --json ger svaret för ett program.`;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  accept: 'kan läsas in',
  accept_with_notice: 'kan läsas in, med påpekanden',
  ask: 'behöver ett svar innan den kan läsas in',
  reject: 'kan inte läsas in',
};

/** A table can be sound and still say nothing to us. */
const outcomeOf = ({ outcome, layout }: Inspection) =>
  layout === 'unknown' && outcome !== 'reject'
    ? 'går att öppna, men kolumnerna känns inte igen: säg vad de är när filen läses in på sidan Läs in'
    : OUTCOMES[outcome];

const heldIn = ({ layout, observations, meta }: Inspection) =>
  heldWords(
    layout,
    observations.length + meta.kpis.length + meta.units.length + meta.groups.length,
  );

const toText = (found: Inspection): string =>
  [
    `${found.file}: ${outcomeOf(found)}`,
    ...(found.sheet === null ? [] : [`  Blad: ${found.sheet}`]),
    `  Teckenkodning: ${found.encoding ?? 'okänd'}`,
    `  Skiljetecken: ${DELIMITER[found.delimiter ?? ''] ?? 'inget'}`,
    `  Decimaltecken: ${DECIMAL[found.decimal ?? ''] ?? 'inget'}`,
    `  Rubrikrad: ${found.headerLine ?? 'ingen'}`,
    `  Antal poster: ${found.records.length}`,
    `  Uppställning: ${LAYOUT[found.layout] ?? found.layout}, ${heldIn(found)}`,
    ...listProblems(found.problems),
  ].join('\n');

const OPTIONS = {
  json: { type: 'boolean', default: false },
  sheet: { type: 'string' },
} satisfies ParseArgsConfig['options'];

function inspect(): string {
  const { path, values } = readArguments(OPTIONS, USAGE);
  const choices = { ...NO_CHOICES, sheet: values.sheet ?? null };
  const found = inspectFile({ name: basename(path), bytes: readBytes(path) }, choices);
  return values.json ? JSON.stringify(inspectionJson(found)) : toText(found);
}

try {
  process.stdout.write(`${inspect()}\n`);
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}
