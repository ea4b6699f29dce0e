/** A path of ours that somebody is sent on to; null for anything that would lead away. */
export function pathHere(text: string | null, { origin }: URL): string | null {
  if (text === null || !text.startsWith('/')) return null;
  const url = URL.canParse(text, origin) ? new URL(text, origin) : null;
  // `/.//evil.se` is here, and what is left of it is not.
  const isHere = url?.origin === origin && !url.pathname.startsWith('//');
  return url && isHere ? url.pathname + url.search : null;
}
