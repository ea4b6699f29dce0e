import { expect, test } from 'vitest';
import { escaped, holdable, holdableAll } from './text.ts';

test.each<[string, string]>([
  ['rad 1\r\nrad 2\rrad 3\u2028rad 4', 'rad 1\nrad 2\nrad 3\nrad 4'],
  ['a\u0000\u0008\u000b\u001f\u007f\u009fb\tc', 'ab\tc'],
  ['\ud800x\udc00', '\ufffdx\ufffd'],
  ['\uffff\ufffe', ''],
  ['👩🏽‍🚒 é e\u0301', '👩🏽‍🚒 é e\u0301'],
  // Marks of direction stay, what turns the rest around does not.
  ['\u200fשלום\u200e \u202eomvänt\u202c', '\u200fשלום\u200e omvänt'],
])('%j', (text, held) => {
  expect(holdable(text)).toBe(held);
});

test('every text in some data, and nothing else', () => {
  const png = new Uint8Array([0, 1]);
  const data = { a: ['\u0000x', 1, null], b: { c: 'y\u0000' }, png };
  expect(holdableAll(data)).toEqual({ a: ['x', 1, null], b: { c: 'y' }, png });
  expect(holdableAll(data).png).toBe(png);
});

test('escaped in text and within quotes', () => {
  expect(escaped(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
});
