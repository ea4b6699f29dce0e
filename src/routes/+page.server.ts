import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { sortSv } from '#lib/format/sv.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';

export const load = ({ locals }) => {
  const list = kommuner.list(locals.db).filter((one) => one.isPublic);
  const [only, ...others] = list;
  if (only && others.length === 0) redirect(307, resolve(`/${only.slug}`));
  return { title: 'Kommuner', kommuner: sortSv(list, (one) => one.name) };
};
