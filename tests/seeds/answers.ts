import { published } from '#lib/domain/occasion.ts';
import { invariant } from '#lib/domain/result.ts';
import { asApi } from '#lib/server/api-v1.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import { openDb } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { seed } from '#lib/server/seed.ts';
import { ACTOR, MIGRATIONS, NOW, SEEDS } from '../db.ts';

/*
 * All five seeds in one database. It lives as long as the test file that reads it, since rows of tables
 * are made of its answers before any test has begun (boardsDb is of one test).
 */

const db = openDb(':memory:');
migrateDb(db, MIGRATIONS);
const fault = seed(db, ACTOR, NOW, SEEDS);
invariant(fault === null, `the seeds can be read: ${JSON.stringify(fault)}`);

/** What is decided and answered of a nämnd at its one published occasion. */
export function boardOf(slug: string, namndSlug = 'socialnamnden') {
  const kommun = kommuner.read(db, slug);
  const namnd = kommun && namnder.read(db, kommun.id, namndSlug);
  const [occasion, ...others] = namnd ? published(occasions.listOfNamnd(db, namnd.id)) : [];
  invariant(kommun && namnd && occasion && others.length === 0, `${slug} has one ${namndSlug}`);
  const assessed = readAssessed(db, kommun, namnd, occasion);
  return { assessed, answer: asApi(assessed) };
}

type Answer = ReturnType<typeof asApi>;
type Stated = Answer['goals'][number] | Answer['activities'][number];

/** Step and colour of what was said, or why there is none. */
export const wordOf = ({ state }: Stated) => {
  if (state === null) return 'none';
  return 'unknown' in state ? state.unknown : `${state.step} ${state.colour}`;
};

export const countsOf = (words: readonly string[]) =>
  Object.fromEntries(
    [...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]),
  );

/** The indicators with a colour. */
export const colouredIn = ({ indicators }: Answer) =>
  indicators.flatMap((one) => (one.colour === null ? [] : `${one.key} ${one.colour}`));
