import type { Problem } from '#lib/domain/problem.ts';

const CODE = /^\d{1,4}$/;

/** A kommun, a region or riket; a group; a unit, such as a school. */
export const isPlaceCode = (text: string): boolean => /^(?:\d{4}|G\d+|V\d\w*)$/.test(text);

/** A code of four digits; a number has lost its zeros. */
export const padded = (code: string): string => (CODE.test(code) ? code.padStart(4, '0') : code);

/** Codes that were given their zeros back, told of once. */
export function paddedProblem(
  all: readonly { readonly code: string; readonly line: number }[],
  column: string,
): Problem[] {
  const short = all.filter(({ code }) => padded(code) !== code);
  const [first] = short;
  if (!first) return [];
  return [
    { code: 'code-padded', line: first.line, column, value: first.code, lines: short.length },
  ];
}
