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

/** So long a form that is sent waits for the draft before it. */
const PATIENCE_MS = 5000;
/** Later than all that has been kept: what is written last on the page that is left goes before it. */
const ALL_SEEN = '9999';

type Answer = {
  readonly savedAt: string;
  readonly isTaken: boolean;
  readonly isElsewhere: boolean;
  readonly isClosed: boolean;
  readonly hasDraft: boolean;
};

async function send(body: FormData, action: string): Promise<[DraftState | null, string | null]> {
  const answer = await fetch(action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
    // It goes on its way when the page is left.
    keepalive: true,
  });
  const result = deserialize<Answer, Record<string, never>>(await answer.text());
  if (result.type === 'redirect') return [{ kind: 'signed-out' }, null];
  if (result.type !== 'success' || !result.data) return [{ kind: 'lost' }, null];
  const { savedAt, isTaken, isElsewhere, isClosed, hasDraft } = result.data;
  if (isClosed) return [{ kind: 'closed' }, savedAt];
  if (isElsewhere) return [{ kind: 'elsewhere' }, null];
  if (isTaken) return [{ kind: 'taken' }, savedAt];
  return [hasDraft ? { kind: 'kept', at: savedAt } : null, savedAt];
}

/** What the form says of itself, and of what it shall come after, is nobody's writing. */
const IS_OWN = /^(?:sett|av|underlag|bekrafta|bas-.*)$/;

/** What a form says, as one text: to see whether anything has been written. */
const saidIn = (form: HTMLFormElement): string =>
  JSON.stringify(
    [...new FormData(form)]
      .filter(([name]) => !IS_OWN.test(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );

export type Keeper = {
  readonly attach: (form: HTMLFormElement) => () => void;
  /** Something has been written that the server does not have, and will not get by itself. */
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
  /** The form waits to be sent: no draft begins. */
  let isSending = false;
  /** One at a time: the next tells what the one before it became. */
  let under: Promise<void> | null = null;
  /** Whole: when the page is left its address is another. */
  let address = action;

  const isUnkept = () => !isSent && form !== null && isFailing && saidIn(form) !== kept;

  async function sendNow(element: HTMLFormElement, body: FormData, said: string): Promise<void> {
    try {
      const [state, seen] = await send(body, address);
      isFailing = seen === null;
      if (!isFailing) kept = said;
      // What the page has seen of the drafts goes with the next.
      const field = element.elements.namedItem('sett');
      if (seen !== null && field instanceof HTMLInputElement) field.value = seen;
      if (!isSent) tell(state);
    } catch {
      isFailing = true;
      if (!isSent) tell({ kind: 'lost' });
    }
  }

  async function keep(): Promise<void> {
    clearTimeout(timer);
    since = null;
    while (under !== null) await under;
    if (!form || isSent || isSending || saidIn(form) === kept) return;
    under = sendNow(form, new FormData(form), saidIn(form));
    await under;
    under = null;
  }

  /** Without waiting: there is no later. */
  function leave(): void {
    clearTimeout(timer);
    if (!form || isSent || saidIn(form) === kept) return;
    const body = new FormData(form);
    if (under !== null) body.set('sett', ALL_SEEN);
    void sendNow(form, body, saidIn(form));
  }

  function wait() {
    since ??= Date.now();
    clearTimeout(timer);
    const most = since + LONGEST_MS - Date.now();
    timer = setTimeout(() => void keep(), Math.max(0, Math.min(QUIET_MS, most)));
  }

  const hide = () => {
    if (document.visibilityState === 'hidden') leave();
  };
  /** The draft on its way is let in first, or it would seem to be written somewhere else. */
  function submit(event: SubmitEvent) {
    clearTimeout(timer);
    if (event.defaultPrevented) return;
    isSent = under === null && !isSending;
    if (isSent) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const { submitter } = event;
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([under, patience]).then(() => {
      under = null;
      isSending = false;
      form?.requestSubmit(submitter);
    });
  }
  /** Back on a page that the browser kept as it was. */
  const again = () => (isSent = false);
  const stay = (event: BeforeUnloadEvent) => {
    if (isUnkept()) event.preventDefault();
  };

  function attach(element: HTMLFormElement) {
    form = element;
    address = new URL(action, location.href).href;
    kept = saidIn(element);
    element.addEventListener('input', wait);
    element.addEventListener('submit', submit);
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('beforeunload', stay);
    window.addEventListener('pageshow', again);
    // Something may have been written before the page came alive.
    const data = new FormData(element);
    if (Object.entries(shown).some(([name, text]) => (data.get(name) ?? '') !== text)) {
      kept = '';
      wait();
    }
    return () => {
      leave();
      form = null;
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('beforeunload', stay);
      window.removeEventListener('pageshow', again);
    };
  }
  return { attach, isUnkept };
}
