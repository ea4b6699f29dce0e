/** Methods that change nothing: a link on any site may lead to them. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What tells where a request was sent from, as the request has it. */
export type Sender = {
  readonly method: string;
  readonly origin: string | null;
  readonly host: string | null;
};

/** Only the one spelling that browsers use: scheme, host and a port that is not the scheme's own. */
function isSpelledOut(origin: string): boolean {
  return /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
}

/** The scheme is lent by the sender: behind a proxy that ends TLS the server does not know its own. */
function originOf(scheme: string, host: string | null): string | null {
  if (host === null || !/^[^\s/\\?#@]+$/.test(host)) return null;
  const address = `${scheme}//${host}`;
  return URL.canParse(address) ? new URL(address).origin : null;
}

/**
 * Whether a request may change something: it was sent from a page of ours. `own` is the
 * installation's origin when it is set; without it a page is ours when it has the host that the
 * request asked for, so that localhost, 127.0.0.1 and an address on the local network all work.
 *
 * Instead of Kit's own check, which needs the origin to be set and answers in English.
 */
export function isFromHere({ method, origin, host }: Sender, own: string | undefined): boolean {
  if (SAFE.has(method)) return true;
  if (origin === null || !isSpelledOut(origin)) return false;
  return origin === (own ?? originOf(new URL(origin).protocol, host));
}

/** Why a form was refused: what its sender reads, and what the log says, if it tells something of the settings. */
export type Refusal = { readonly message: string; readonly line: string | null };

const NOT_HERE =
  'Formuläret skickades från en annan adress än den här sidan. Öppna sidan på nytt och försök igen.';

/**
 * The words for a form that `isFromHere` refuses. Most often ORIGIN is not the address that people go to, so
 * both are said where a browser has told from where it sent.
 */
export function refusalOf({ origin, host }: Sender, own: string | undefined): Refusal {
  const from = origin !== null && isSpelledOut(origin) ? origin : null;
  if (own === undefined) {
    const line = `Ett formulär från ${from} nekades: begäran gällde ${host}. Är ${from} adressen i webbläsaren, sätt ORIGIN=${from}.`;
    return { message: NOT_HERE, line: from && line };
  }
  if (from === null) return { message: `${NOT_HERE} Fyren läses på ${own}.`, line: null };
  return {
    message: `Formuläret skickades från ${from}, men Fyren läses på ${own}. Gå till ${own} och försök igen där. Är ${from} den rätta adressen, be den som sköter Fyren att ändra inställningen ORIGIN.`,
    line: `Ett formulär från ${from} nekades: ORIGIN är ${own}. Är ${from} adressen i webbläsaren, sätt ORIGIN=${from}.`,
  };
}
