import { describe, expect, test } from 'vitest';
import { isJson, isObject, parseJson } from './json.ts';
import type { JsonObject } from './json.ts';

test.each([
  ['{"values": []}', true],
  [' \n{ "a" : 1', true],
  ['{}', true],
  ['{ }', true],
  ['[]', true],
  ['[{"a": 1}]', true],
  ['[[1, 2]]', true],
  ['[1, 2]', true],
  ['["a", "b"]', true],
  ['["a"]', true],
  ['[1] Källa: Kolada;;', false],
  ['[Indikator];[Period]', false],
  ['{Indikator};Period', false],
  ['Indikator;Period', false],
  ['', false],
])('%j begins as JSON: %s', (text, expected) => expect(isJson(text)).toBe(expected));

describe('what is parsed', () => {
  const spotsOf = (text: string) => {
    const found = parseJson(text);
    if (!found.ok) return found.error;
    const { root, spotOf } = found.value;
    const rows = (isObject(root) ? root['values'] : root) as readonly JsonObject[];
    return rows.map(spotOf).map(({ line, sign }) => [line, sign]);
  };

  test.each<[string, unknown]>([
    ['{"values": [{"a": 1}, {"a": 2}]}', [[1, 13], [1, 23]]], // prettier-ignore
    ['{\n "values": [\n  {"a": {"b": 1}},\n  {}\n ]\n}', [[3, 3], [4, 3]]], // prettier-ignore
    // Signs within quotes open nothing, and a quote that is escaped closes nothing.
    ['[{"a": "{\\"[{"},\n{"b": "\\\\"},{}]', [[1, 2], [2, 1], [2, 13]]], // prettier-ignore
    // The first of two with one name is gone: nobody can count the objects.
    ['[{"a": {}, "a": 1},\n{"b": 1}]', [[1, 1], [1, 1]]], // prettier-ignore
    ['{"values": [{"a": 1}', 'broken'],
    ['{"values": [{"a": 1,}]}', 'broken'],
    ['{"values": [NaN]}', 'broken'],
    [`${'['.repeat(33)}${']'.repeat(33)}`, 'too-deep'],
    ['['.repeat(20_000_000), 'too-deep'],
    ['{"a":'.repeat(4_000_000), 'too-deep'],
  ])('%.40j', (text, expected) => expect(spotsOf(text)).toEqual(expected));

  test('as deep as anybody writes it', () => {
    expect(parseJson(`${'['.repeat(32)}${']'.repeat(32)}`).ok).toBe(true);
  });
});
