import type { Sex } from '#lib/domain/model.ts';
import type { ObservationKind } from '#lib/domain/observation.ts';
import { fold } from '../fold.ts';

/** The words a column takes, folded, with what each means; and what to advise for any other. */
export type Words<T> = {
  readonly meanings: ReadonlyMap<string, T>;
  readonly accepted: readonly string[];
};

function words<T>(accepted: readonly string[], table: readonly (readonly [T, string])[]): Words<T> {
  const meanings = table.flatMap(([meaning, all]) =>
    all.split('|').map((word) => [word, meaning] as const),
  );
  return { meanings: new Map(meanings), accepted };
}

/** An empty cell is the usual case: all, utfall, not preliminary. */
export const SEX: Words<Sex> = words(
  ['T', 'K', 'M', 'A'],
  [
    ['T', '|t|totalt|total|alla|båda|båda könen|samtliga|kvinnor och män|män och kvinnor'],
    // F: female, in Kolada's v2 and in English exports.
    ['K', 'k|kv|kvinnor|kvinna|flickor|flicka|f|female|females|women'],
    ['M', 'm|män|man|pojkar|pojke|male|males|men'],
    ['A', 'a|annat|annan'],
  ],
);

export const KIND: Words<ObservationKind> = words(
  ['utfall', 'prognos', 'budget'],
  [
    ['utfall', '|utfall'],
    ['prognos', 'prognos'],
    ['budget', 'budget'],
  ],
);

export const YES_NO: Words<boolean> = words(
  ['ja', 'nej'],
  [
    [true, 'ja|j|preliminär|prel'],
    [false, '|nej|n'],
  ],
);

export const meaningOf = <T>({ meanings }: Words<T>, cell: string): T | undefined =>
  meanings.get(cell) ?? meanings.get(fold(cell));

const PART = /^([^=]+)=([^=]+)$/;

/** "name=value;name=value" with blanks trimmed and names sorted, so that one group has one key. */
export function parseBreakdown(cell: string): string | null {
  if (cell === '') return '';
  const parts = cell.split(';').map(
    (part) =>
      PART.exec(part)
        ?.slice(1)
        .map((side) => side.trim()) ?? [''],
  );
  if (parts.some((sides) => sides.includes(''))) return null;
  return parts
    .map((sides) => sides.join('='))
    .sort()
    .join(';');
}
