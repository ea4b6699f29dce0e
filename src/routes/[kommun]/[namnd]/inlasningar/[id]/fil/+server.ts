import { error } from '@sveltejs/kit';
import { removedWords } from '#lib/format/gallring.ts';
import * as gallringar from '#lib/server/db/gallringar.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { redactedName } from '#lib/server/file-name.ts';
import { workWithUpload } from '../upload-at.server.ts';

/** A name in a header: plain letters for the old, all of it for the rest. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The file as it came, byte for byte, or the copy that is kept of it under a name that says so; never shown in the browser, whatever it holds. */
export const GET = (asked) => {
  const { locals } = asked;
  const { upload } = workWithUpload(asked, 'see-files');
  const bytes = uploads.readBytes(locals.db, upload.file);
  const removed = gallringar.read(locals.db, upload.file);
  if (removed) error(410, removedWords(removed));
  if (!bytes) error(404, 'Filen finns inte kvar.');
  const isRedacted = uploads.isRedacted(locals.db, upload.file);
  const name = isRedacted ? redactedName(upload.fileName, bytes) : upload.fileName;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': disposition(name),
      'cache-control': 'private, no-store',
    },
  });
};
