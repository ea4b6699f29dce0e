import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEEDS } from './db.ts';
import type { Json } from './db.ts';

/*
 * Seeds where Gnesta's delår 2023 is open and nobody has said anything yet: its values, targets and ceilings are
 * those of the papers.
 */

/** A folder of seeds, and what takes it away. */
export function openGnesta() {
  const folder = mkdtempSync(join(tmpdir(), 'fyren-seeds-'));
  cpSync(join(SEEDS, 'gnesta'), join(folder, 'gnesta'), { recursive: true });
  cpSync(join(SEEDS, 'kalmar'), join(folder, 'kalmar'), { recursive: true });
  const file = join(folder, 'gnesta', 'plan.json');
  const plan = JSON.parse(readFileSync(file, 'utf8')) as Json;
  const reports = plan['reports'] as Json[];
  plan['reports'] = reports
    .filter((one) => one['phase'] !== 'oppet')
    .map((one) => ({ ...one, phase: 'oppet', meetingOn: null, judgements: [], comments: [] }));
  writeFileSync(file, JSON.stringify(plan));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
