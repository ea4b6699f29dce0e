import { error } from '@sveltejs/kit';
import * as settlements from '#lib/server/db/settlements.ts';
import { assessedOr404, idOr404, standingOr404 } from '#routes/guard.server.ts';

/** A version as it was frozen, to hand out and to keep: the bytes whose SHA-256 the log has. */
export const GET = (asked) => {
  const standing = standingOr404({ ...asked, locals: { ...asked.locals, user: null } });
  const { namnd, occasion } = assessedOr404(standing);
  const version = idOr404(asked.params.version);
  const at = { namnd: namnd.id, occasion: occasion.id };
  const bytes = settlements.readBytes(asked.locals.db, at, version);
  if (!bytes) error(404, `${namnd.name} har ingen låst version ${version} av det tillfället.`);
  const name = `${asked.params.kommun}-${namnd.slug}-${occasion.key}-version-${version}.json`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      // Keys and slugs alone, which are plain letters.
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
