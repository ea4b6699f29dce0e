import { deserialize } from '$app/forms';

/* Keeps what is being written on the server, a moment after it was typed. */

export type DraftState =
  | { readonly kind: 'kept'; readonly at: string }
  /** Somebody else has said something since the page was opened. */
  | { readonly kind: 'taken' }
  /** The same is being written on another page of one's own. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'signed-out' }
  /** The occasion has been published. */
  | { readonly kind: 'closed' }
  /** The server could not be reached, or would not. */
  | { readonly kind: 'lost' };

/** So long after the last letter, and never longer than this after the first. */
const QUIET_MS = 400;
const LONGEST_MS = 3000;

type Answer = {
  readonly savedAt: string;
  readonly isTaken: boolean;
  readonly isElsewhere: boolean;
  readonly isClosed: boolean;
};

async function send(form: HTMLFormElement, action: string): Promise<DraftState> {
  const answer = await fetch(action, {
    method: 'POST',
    body: new FormData(form),
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
    // It goes on its way when the page is left.
    keepalive: true,
  });
  const result = deserialize<Answer, Record<string, never>>(await answer.text());
  if (result.type === 'redirect') return { kind: 'signed-out' };
  if (result.type !== 'success' || !result.data) return { kind: 'lost' };
  const { savedAt, isTaken, isElsewhere, isClosed } = result.data;
  // What the page has seen of the drafts goes with the next.
  const seen = form.elements.namedItem('sett');
  if (seen instanceof HTMLInputElement && !isElsewhere) seen.value = savedAt;
  if (isClosed) return { kind: 'closed' };
  if (isElsewhere) return { kind: 'elsewhere' };
  return isTaken ? { kind: 'taken' } : { kind: 'kept', at: savedAt };
}

/** What a form says, as one text: to see whether anything has been written. */
const saidIn = (form: HTMLFormElement): string =>
  JSON.stringify(
    [...new FormData(form)]
      .filter(([name]) => name !== 'sett')
      .map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );

export type Keeper = {
  readonly attach: (form: HTMLFormElement) => () => void;
  /** Something has been written that the server does not have. */
  readonly isUnkept: () => boolean;
};

/** What is typed in the form is kept by `action`; `tell` hears how it went, and `shown` says what it held at first. */
export function keeperOf(
  action: string,
  shown: Readonly<Record<string, string>>,
  tell: (state: DraftState | null) => void,
): Keeper {
  let kept = '';
  let isFailing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let form: HTMLFormElement | null = null;
  let isSent = false;
  /** Whole: when the page is left its address is another. */
  let address = action;

  const isUnkept = () => !isSent && form !== null && (isFailing || saidIn(form) !== kept);

  async function keep() {
    clearTimeout(timer);
    since = null;
    if (!form || isSent || saidIn(form) === kept) return;
    const said = saidIn(form);
    try {
      const state = await send(form, address);
      isFailing = state.kind === 'signed-out' || state.kind === 'lost';
      if (!isFailing) kept = said;
      if (!isSent) tell(state);
    } catch {
      isFailing = true;
      if (!isSent) tell({ kind: 'lost' });
    }
  }

  function wait() {
    since ??= Date.now();
    clearTimeout(timer);
    const most = since + LONGEST_MS - Date.now();
    timer = setTimeout(() => void keep(), Math.max(0, Math.min(QUIET_MS, most)));
  }

  const leave = () => {
    if (document.visibilityState === 'hidden') void keep();
  };
  const submit = () => {
    clearTimeout(timer);
    isSent = true;
  };
  const stay = (event: BeforeUnloadEvent) => {
    if (isFailing && !isSent) event.preventDefault();
  };

  function attach(element: HTMLFormElement) {
    form = element;
    address = new URL(action, location.href).href;
    kept = saidIn(element);
    element.addEventListener('input', wait);
    element.addEventListener('submit', submit);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('beforeunload', stay);
    // Something may have been written before the page came alive.
    const data = new FormData(element);
    if (Object.entries(shown).some(([name, text]) => (data.get(name) ?? '') !== text)) {
      kept = '';
      wait();
    }
    return () => {
      void keep();
      form = null;
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('beforeunload', stay);
    };
  }
  return { attach, isUnkept };
}
