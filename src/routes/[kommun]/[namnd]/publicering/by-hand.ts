/** How a day and a mark are written by hand. A day is text: a picker writes it in the language of the browser. */
export const BY_HAND = {
  day: { inputmode: 'numeric', placeholder: 'ÅÅÅÅ-MM-DD', maxlength: 10, autocomplete: 'off' },
  mark: { maxlength: 60, autocomplete: 'off' },
} as const;

/** What may be done with what is locked, as the form says it. */
export const HOW_LOCKED = { again: 'pa-nytt', mistake: 'misstag' } as const;
