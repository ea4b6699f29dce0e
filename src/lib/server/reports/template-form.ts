import type { Assessed } from '#lib/domain/assess-all.ts';
import { levelName } from '#lib/domain/default-template.ts';
import { groupOf } from '#lib/domain/report.ts';
import type { PartKind, ReportPart, ReportTemplate } from '#lib/domain/report.ts';
import { err } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { parseTemplate } from '../plan/template.ts';

/*
 * What a report is made of, as a form says it: each part with an order, a title, an anvisning, and what it is of. Fields
 * are named by the key of their part: `titel:bilaga-1`, `kolumn:bilaga-1:value`.
 */

/** What a nämnd has to make parts of. */
export type Choices = {
  readonly levels: readonly {
    readonly name: string;
    readonly title: string;
    readonly holds: string;
  }[];
  readonly groups: readonly string[];
};

export const choicesOf = ({ plans, levels, indicators }: Assessed): Choices => ({
  levels: levels.map((level) => ({
    ...{ name: levelName({ plans }, level), title: level.plural, holds: level.holds },
  })),
  groups: [...new Set(indicators.map(({ indicator }) => groupOf(indicator)))],
});

type Field = (name: string) => string;
type Fields = ReadonlyMap<string, string>;

/** A part that is new in a report; its key is the first that is free. */
export const NEW_PART: Readonly<Record<PartKind, Record<string, unknown>>> = {
  chapter: { kind: 'chapter', title: 'Eget kapitel' },
  summary: { kind: 'summary', title: 'Sammanfattning' },
  goals: { kind: 'goals', title: 'Mål för mål', levels: [], isDrafted: true },
  things: { kind: 'things', title: 'Mål i en tabell', levels: [], columns: [{ column: 'state' }] },
  indicators: {
    ...{ kind: 'indicators', title: 'Indikatorer', groups: [] },
    columns: [{ column: 'value' }, { column: 'target' }, { column: 'state' }],
  },
  series: { kind: 'series', title: 'Serier', groups: [] },
  sources: { kind: 'sources', title: 'Källor' },
  rules: { kind: 'rules', title: 'Så bestäms färgerna' },
  roles: { kind: 'roles', title: 'Ansvarsroller' },
};

function freeKey(kind: PartKind, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? kind : `${kind}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** Of a list of names those that are ticked, in the order that the form shows them. */
const ticked = (fields: Fields, prefix: string) =>
  [...fields.keys()].flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );

const columnsIn = (fields: Fields, prefix: string) =>
  ticked(fields, `${prefix}:`).map((column) => ({
    ...{ column, title: fields.get(`ord-${prefix}:${column}`) ?? '' },
  }));

/** What is asked of each kind of part; the rest of it stands as it was. */
function partIn(fields: Fields, field: Field, part: ReportPart): Record<string, unknown> {
  const { key } = part;
  const head = { ...part, title: field(`titel:${key}`), guidance: field(`anvisning:${key}`) };
  switch (part.kind) {
    case 'goals':
      return {
        ...head,
        levels: ticked(fields, `niva:${key}:`),
        isDrafted: field(`utkast:${key}`) !== '',
        isEachDrafted: field(`utkast-ind:${key}`) !== '',
        activities: columnsIn(fields, `akt:${key}`),
        indicators: columnsIn(fields, `ind:${key}`),
      };
    case 'things':
      return {
        ...head,
        levels: ticked(fields, `niva:${key}:`),
        columns: columnsIn(fields, `akt:${key}`),
      };
    case 'indicators':
      return {
        ...head,
        groups: ticked(fields, `grupp:${key}:`),
        columns: columnsIn(fields, `ind:${key}`),
      };
    case 'series':
      return {
        ...{ ...head, groups: ticked(fields, `grupp:${key}:`) },
        ...{ gathered: field(`samlat:${key}`), across: field(`tvars:${key}`) },
        most: /^[1-9]\d?$/.test(field(`antal:${key}`)) ? Number(field(`antal:${key}`)) : null,
        ...{ hasOthers: field(`andra:${key}`) !== '', hasChange: field(`andring:${key}`) !== '' },
      };
    default:
      return head;
  }
}

/** By the numbers that were written beside them: what is moved to a place takes it from what stood there. */
function inOrder(parts: readonly Record<string, unknown>[], field: Field) {
  const placeOf = (part: Record<string, unknown>, at: number) => {
    const written = field(`plats:${String(part['key'])}`);
    const place = /^\d{1,3}$/.test(written) ? Number(written) : at + 1;
    return place + Math.sign(place - at - 1) / 2;
  };
  return parts
    .map((part, at) => ({ part, place: placeOf(part, at), at }))
    .toSorted((a, b) => a.place - b.place || a.at - b.at)
    .map(({ part }) => part);
}

const NO_TITLE =
  'En del saknar rubrik, eller har en rubrik som är längre än 200 tecken. Rätta den och spara igen.';

/** The template that a form says; or that it is none, in words. */
export function templateIn(fields: Fields, was: ReportTemplate): Result<ReportTemplate, string> {
  const field: Field = (name) => (fields.get(name) ?? '').trim();
  const kept = was.parts
    .filter(({ key }) => field(`bort:${key}`) === '')
    .map((part) => partIn(fields, field, part));
  const added = field('ny');
  const isKind = (kind: string): kind is PartKind => Object.hasOwn(NEW_PART, kind);
  const taken = new Set(was.parts.map(({ key }) => key));
  const all = isKind(added) ? [...kept, { ...NEW_PART[added], key: freeKey(added, taken) }] : kept;
  const made = { title: field('titel'), parts: inOrder(all, field) };
  const read = parseTemplate(JSON.stringify(made));
  return read.ok ? read : err(NO_TITLE);
}
