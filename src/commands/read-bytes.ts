import { readFileSync } from 'node:fs';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'finns inte. Kontrollera namnet och mappen',
  EISDIR: 'är en mapp och ingen fil. Ange filen i den',
  EACCES: 'får inte läsas. Ändra behörigheten eller välj en annan fil',
};

/** The bytes of a file somebody named, or a sentence about why there are none. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    throw new Error(
      `Filen ${path} ${reason ?? 'går inte att öppna. Kontrollera att den är hel'}.`,
      {
        cause: error,
      },
    );
  }
}
