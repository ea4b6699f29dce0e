/* The seed of this run: FYREN_SEED=… gives the same tables as the run that printed it. */

export { pick, randomFrom, shuffled, upTo } from './chance.ts';
export type { Random } from './chance.ts';

export const SEED = Number(process.env['FYREN_SEED'] ?? Date.now());

process.stdout.write(`FYREN_SEED=${SEED}\n`);
