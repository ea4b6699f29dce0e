/*
 * A page can be read and written in before its script has come. Svelte then sets every field to what the server gave, so
 * what somebody has typed, ticked or chosen meanwhile is kept here and put back.
 */

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A file cannot be put back, and Svelte leaves it; what is hidden nobody has typed. */
const FIELDS =
  'input:not([type=hidden], [type=file], [type=submit]), textarea, select:not([multiple])';

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/** What the server gave: of a list the option marked as chosen, else its first. */
function givenOf(field: Exclude<Field, HTMLInputElement>): string {
  if (field instanceof HTMLTextAreaElement) return field.defaultValue;
  const given = [...field.options].find((one) => one.defaultSelected) ?? field.options[0];
  return given?.value ?? '';
}

/** Puts back what was done in one field; null where nothing was. */
function doneIn(field: Field): (() => void) | null {
  if (isTicked(field)) {
    const { checked, type } = field;
    // Of radio buttons the one that was taken unticks the others.
    const isLeft = type === 'radio' && !checked;
    return isLeft || checked === field.defaultChecked ? null : () => (field.checked = checked);
  }
  const { value } = field;
  const given = field instanceof HTMLInputElement ? field.defaultValue : givenOf(field);
  return value === given ? null : () => (field.value = value);
}

/** Looks at every field of the page as it stands; answers what puts back what was done in them, as if it was done again. */
export function typedIn(page: ParentNode): () => void {
  const done = [...page.querySelectorAll<Field>(FIELDS)].flatMap((field) => {
    const again = doneIn(field);
    return again ? [{ field, again }] : [];
  });
  return () => {
    for (const { field, again } of done) {
      again();
      // What is bound to the field, and what listens to it, hears of it.
      for (const kind of ['input', 'change'])
        field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  };
}
