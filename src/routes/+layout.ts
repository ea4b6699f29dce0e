/** Pages that are read need no script: they are what they are when they arrive. */
export const csr = false;
