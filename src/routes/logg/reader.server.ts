import { error, redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/components/paths.ts';
import { FORBIDDEN } from '#lib/format/roles.ts';
import { logReach, readLogFilter } from '#lib/server/log-filter.ts';
import type { User } from '#lib/server/signed-in.ts';

type Asked = { readonly locals: App.Locals; readonly url: URL };

/** Somebody who reads the log somewhere, where that is, and what they ask for within it. */
export function logAskedBy({ locals: { db, user }, url }: Asked) {
  if (!user) redirect(303, signInPath(url));
  const reach = logReach(db, user.grants);
  if (reach.places.length === 0) error(403, FORBIDDEN['read-log']);
  return { user: user satisfies User, reach, filter: readLogFilter(url.searchParams, reach) };
}
