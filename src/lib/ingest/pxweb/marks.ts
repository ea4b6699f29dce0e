import { missingMark } from '../marks.ts';
import type { Marks } from '../marks.ts';

/** What SCB's tables say of their own marks: `-` is nil, and `..` does not tell the secret from what is not there. */
const OWN: Readonly<Record<string, ReturnType<Marks['read']>>> = {
  '-': 'nil',
  '.': 'not_applicable',
  '..': 'missing',
  '...': 'missing',
  '…': 'missing',
};

export const PXWEB_MARKS: Marks = {
  among: 'pxweb',
  read: (text) => (Object.hasOwn(OWN, text) ? OWN[text]! : missingMark(text)),
};
