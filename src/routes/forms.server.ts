import { fail } from '@sveltejs/kit';
import type { UploadFault } from '#lib/server/multipart.ts';
import { readUpload } from '#lib/server/multipart.ts';
import { MB } from '#lib/server/config.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as waitingFiles from '#lib/server/db/waiting-files.ts';

/* What the forms of these pages carry, or why it could not be taken, in words. */

const STATUS: Readonly<Record<UploadFault, number>> = {
  'too-large': 413,
  broken: 400,
  'not-a-form': 415,
};

const WORDS: Readonly<Record<UploadFault, (limitMb: number) => string>> = {
  'too-large': (limit) =>
    `Det du skickade är större än ${String(limit).replace('.', ',')} MB, som är det mesta som tas emot på en gång. Dela filen, till exempel ett år i taget, och läs in delarna.`,
  broken: () => 'Filen kom inte fram hel. Välj den igen.',
  'not-a-form': () => 'Det som skickades är inget formulär. Välj filen på sidan och försök igen.',
};

/** Of a form that carries no file. */
const FIELD_WORDS: typeof WORDS = {
  'too-large': () =>
    'Det du skrev är för långt för att tas emot på en gång. Korta det och försök igen.',
  broken: () => 'Formuläret kom inte fram helt. Öppna sidan på nytt och försök igen.',
  'not-a-form': () => 'Det som skickades är inget formulär. Öppna sidan på nytt och försök igen.',
};

/** The files and fields of a form; or the failure that the page shows. */
export async function readForm(db: Db, request: Request, limitMb: number, words = WORDS) {
  const upload = await readUpload(request, limitMb * MB, () => waitingFiles.receive(db));
  if (upload.ok) return { upload: upload.value, failure: null };
  return {
    upload: null,
    failure: fail(STATUS[upload.error], {
      message: words[upload.error](limitMb),
      mine: null,
      was: {},
    }),
  };
}

/** Of a form that carries no file a few fields are enough, and a long list of names. */
const FIELDS_MB = 1;

/** The fields of a form without files; a file that comes with it all the same is thrown away. */
export async function readFields(db: Db, request: Request) {
  const { upload, failure } = await readForm(db, request, FIELDS_MB, FIELD_WORDS);
  for (const { kept } of upload?.files ?? []) waitingFiles.remove(db, kept.storedAs);
  return upload ? { fields: upload.fields, failure: null } : { fields: null, failure };
}
