import { describe, expect, test } from 'vitest';
import type { ReportTemplate } from '#lib/domain/report.ts';
import { invariant } from '#lib/domain/result.ts';
import { parseTemplate } from '../plan/template.ts';
import { templateIn } from './template-form.ts';

const chapter = (key: string) => ({ kind: 'chapter', key, title: key.toUpperCase() });
const templateOf = (data: object): ReportTemplate => {
  const read = parseTemplate(JSON.stringify(data));
  invariant(read.ok, 'it is a template');
  return read.value;
};

const TEMPLATE = templateOf({ title: 'Delår', parts: ['a', 'b', 'c', 'd'].map(chapter) });

/** What a form sends when nothing in it was changed. */
const asSent = (template: ReportTemplate) =>
  Object.fromEntries(
    template.parts.flatMap(({ key, title }, at) => [
      [`titel:${key}`, title],
      [`anvisning:${key}`, ''],
      [`plats:${key}`, String(at + 1)],
    ]),
  );

const madeOf = (changes: Readonly<Record<string, string>>, template = TEMPLATE) =>
  templateIn(
    new Map(Object.entries({ titel: template.title, ...asSent(template), ...changes })),
    template,
  );

const keysOf = (changes: Readonly<Record<string, string>>) => {
  const made = madeOf(changes);
  return made.ok ? made.value.parts.map(({ key }) => key).join('') : made.error;
};

describe('the parts of a report', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['stay as they are', {}, 'abcd'],
    ['are moved up', { 'plats:c': '1' }, 'cabd'],
    ['are moved down', { 'plats:a': '3' }, 'bcad'],
    ['change places', { 'plats:a': '2', 'plats:b': '1' }, 'bacd'],
    ['are moved last', { 'plats:a': '99' }, 'bcda'],
    ['stay where what is written is no number', { 'plats:a': 'x' }, 'abcd'],
    ['are taken away', { 'bort:b': 'ja' }, 'acd'],
    ['are added last', { ny: 'summary' }, 'abcdsummary'],
    ['are not added where there is no such kind', { ny: '__proto__' }, 'abcd'],
    ['have a title', { 'titel:a': ' ' }, expect.stringContaining('saknar rubrik') as string],
  ])('%s', (_, changes, expected) => {
    expect(keysOf(changes)).toEqual(expected);
  });

  test('that are added get a key of their own', () => {
    const once = madeOf({ ny: 'chapter' });
    const twice = once.ok ? madeOf({ ny: 'chapter' }, once.value) : once;
    expect(twice.ok && twice.value.parts.slice(-2).map(({ key }) => key)).toEqual([
      ...['chapter', 'chapter-2'],
    ]);
  });

  test('have the columns and levels that are ticked, with words of their own', () => {
    const things = templateOf({
      parts: [{ kind: 'things', key: 't', title: 'T', levels: ['p/mal'], columns: [] }],
    });
    const made = madeOf(
      {
        'niva:t:p/uppdrag': 'ja',
        'akt:t:state': 'ja',
        'ord-akt:t:state': 'Status',
        'akt:t:owners': 'ja',
      },
      things,
    );
    expect(made.ok && made.value.parts).toMatchObject([
      {
        levels: ['p/uppdrag'],
        columns: [
          { column: 'state', title: 'Status' },
          { column: 'owners', title: '' },
        ],
      },
    ]);
  });
});
