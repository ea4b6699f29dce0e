import { json } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';

/** What there is to ask for. */
export const GET = ({ locals: { db } }) =>
  json({
    kommuner: kommuner.list(db).map((kommun) => ({
      slug: kommun.slug,
      name: kommun.name,
      namnder: namnder.list(db, kommun.id).map((namnd) => ({
        slug: namnd.slug,
        name: namnd.name,
        tillfallen: occasions
          .listOfNamnd(db, namnd.id)
          .filter((one) => one.phase !== 'oppet')
          .map(({ key, title }) => ({
            key,
            title,
            href: resolve('/api/v1/[kommun]/[namnd]/[tillfalle]', {
              kommun: kommun.slug,
              namnd: namnd.slug,
              tillfalle: key,
            }),
          })),
      })),
    })),
  });
