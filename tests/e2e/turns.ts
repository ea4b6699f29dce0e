/*
 * Long lists are tried in turns in `npm test`, a third of each a day, so that the whole run keeps its time; `npm run e2e`
 * tries all of them. Which turn it is is printed, and FYREN_TURN=0, 1 or 2 asks for it again.
 */

const TURNS = 3;
const asked = process.env['FYREN_TURN'];

/** The part of a list whose turn it is; all of it where none is asked for. */
export const inTurn = <T>(list: readonly T[]): readonly T[] =>
  asked === undefined ? list : list.filter((_, at) => at % TURNS === Number(asked) % TURNS);

/** The one of a few ways whose turn it is, as with a script and without; all of them where none is asked for. */
export const oneInTurn = <T>(ways: readonly T[]): readonly T[] =>
  asked === undefined ? ways : ways.filter((_, at) => at === Number(asked) % ways.length);
