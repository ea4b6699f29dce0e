/*
 * The seed of the tables by chance: the same in every run, so that one that is red is red for what was changed.
 * FYREN_SEED=… tries others.
 */

export { pick, randomFrom, shuffled, upTo } from './chance.ts';
export type { Random } from './chance.ts';

export const SEED = Number(process.env['FYREN_SEED'] ?? 1);
