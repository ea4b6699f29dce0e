import { invariant } from '#lib/domain/result.ts';
import * as settlements from '#lib/server/db/settlements.ts';
import { fileNameOf, frozenOr404 } from '#routes/frozen.server.ts';

/** A version as it was frozen, to hand out and to keep: the bytes whose SHA-256 the log has. */
export const GET = (asked) => {
  const frozen = frozenOr404(asked);
  const { namnd, occasion, version } = frozen;
  const at = { namnd: namnd.id, occasion: occasion.id };
  const bytes = settlements.readBytes(asked.locals.db, at, version.version);
  invariant(bytes, 'a version is kept with its bytes');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${fileNameOf(frozen)}"`,
    },
  });
};
