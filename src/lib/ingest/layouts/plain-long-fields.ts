import type { ColumnKind } from '../column-kind.ts';
import { fold } from '../fold.ts';

type FieldRule = {
  /** Spellings of the header, the first the one we advise. */
  readonly names: readonly [string, ...string[]];
  readonly kind: ColumnKind;
  readonly isRequired: boolean;
};

const field = (kind: ColumnKind, ...names: readonly [string, ...string[]]): FieldRule => ({
  names,
  kind,
  isRequired: false,
});
const required = (...rule: Parameters<typeof field>): FieldRule => ({
  ...field(...rule),
  isRequired: true,
});

/** The columns of our own layout. Days are text here: a month may stand for its last day. */
export const FIELDS = {
  indicator: required('text', 'Indikator', 'Nyckeltal', 'Mått', 'KPI'),
  period: required('period', 'Period', 'År'),
  value: required('number', 'Värde', 'Utfall'),
  sex: field('text', 'Kön'),
  place: field('text', 'Plats', 'Enhet', 'Kommun', 'Kommunkod'),
  breakdown: field('text', 'Indelning'),
  kind: field('text', 'Typ'),
  numerator: field('number', 'Täljare'),
  denominator: field('number', 'Nämnare'),
  n: field('number', 'Svar'),
  asked: field('number', 'Tillfrågade'),
  isPreliminary: field('text', 'Preliminär'),
  measuredOn: field('text', 'Mätt'),
  publishedOn: field('text', 'Publicerad'),
  note: field('text', 'Anmärkning', 'Kommentar'),
} as const satisfies Readonly<Record<string, FieldRule>>;

export type Field = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as Field[];
export const REQUIRED = FIELD_NAMES.filter((name) => FIELDS[name].isRequired);

/** Our field for a header, or null. */
export const fieldOf = (header: string): Field | null =>
  FIELD_NAMES.find((name) => FIELDS[name].names.some((each) => fold(each) === fold(header))) ??
  null;

/** Where each field stands, counted from 0; the first column wins where two spell the same field. */
export type Positions = Readonly<Partial<Record<Field, number>>>;

export function positionsOf(header: readonly string[]): Positions {
  const positions: Partial<Record<Field, number>> = {};
  header.forEach((name, at) => {
    const found = fieldOf(name);
    if (found) positions[found] ??= at;
  });
  return positions;
}
