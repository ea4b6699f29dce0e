import { deserialize } from '$app/forms';

/* Keeps what is being written on the server, a moment after it was typed. */

export type DraftState =
  | { readonly kind: 'kept'; readonly at: string }
  /** Somebody else has said something since the page was opened. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'signed-out' }
  /** The server could not be reached, or would not. */
  | { readonly kind: 'lost' };

const QUIET_MS = 900;

type Answer = { readonly savedAt: string; readonly isTaken: boolean };

async function send(
  form: HTMLFormElement,
  action: string,
  signal: AbortSignal,
): Promise<DraftState> {
  const answer = await fetch(action, {
    method: 'POST',
    body: new FormData(form),
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
    signal,
  });
  const result = deserialize<Answer, Record<string, never>>(await answer.text());
  if (result.type === 'redirect') return { kind: 'signed-out' };
  if (result.type !== 'success' || !result.data) return { kind: 'lost' };
  return result.data.isTaken ? { kind: 'taken' } : { kind: 'kept', at: result.data.savedAt };
}

/** Something was written before the page came alive. */
const isTouched = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    (one) =>
      (one instanceof HTMLTextAreaElement && one.value !== one.defaultValue) ||
      (one instanceof HTMLInputElement &&
        (one.value !== one.defaultValue || one.checked !== one.defaultChecked)),
  );

/** What is typed in the form is kept by `action`; `tell` hears how it went. What is sent is not kept twice. */
export const keepDrafts =
  (action: string, tell: (state: DraftState) => void) => (form: HTMLFormElement) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWaiting = false;
    let under = new AbortController();
    const stop = () => {
      clearTimeout(timer);
      isWaiting = false;
      under.abort();
    };
    const keep = async () => {
      stop();
      under = new AbortController();
      const { signal } = under;
      try {
        tell(await send(form, action, signal));
      } catch {
        if (!signal.aborted) tell({ kind: 'lost' });
      }
    };
    const wait = () => {
      clearTimeout(timer);
      isWaiting = true;
      timer = setTimeout(() => void keep(), QUIET_MS);
    };
    const leave = () => {
      if (document.visibilityState === 'hidden' && isWaiting) void keep();
    };
    form.addEventListener('input', wait);
    form.addEventListener('submit', stop);
    document.addEventListener('visibilitychange', leave);
    if (isTouched(form)) wait();
    return () => {
      stop();
      document.removeEventListener('visibilitychange', leave);
    };
  };
