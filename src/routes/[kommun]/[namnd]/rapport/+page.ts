/** A page that is worked in: better with a script, and whole without one. */
export const csr = true;
