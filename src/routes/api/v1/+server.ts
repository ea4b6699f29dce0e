import { json } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { published } from '#lib/domain/occasion.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';

/** What there is to ask for. */
export const GET = ({ locals: { db } }) => {
  const occasionsOf = (kommun: string, namnd: { id: number; slug: string }) =>
    published(occasions.listOfNamnd(db, namnd.id)).map(({ key, title }) => ({
      key,
      title,
      href: resolve('/api/v1/[kommun]/[namnd]/[tillfalle]', {
        kommun,
        namnd: namnd.slug,
        tillfalle: key,
      }),
    }));
  const list = kommuner.list(db).filter((one) => one.isPublic);
  return json({
    kommuner: list.map(({ id, slug, name }) => ({
      slug,
      name,
      namnder: namnder.list(db, id).map((namnd) => ({
        slug: namnd.slug,
        name: namnd.name,
        occasions: occasionsOf(slug, namnd),
      })),
    })),
  });
};
