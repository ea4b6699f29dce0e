import { describe, expect, test } from 'vitest';
import { attribute, openXml } from './xml.ts';

describe('the children of a root', () => {
  test.each<[string, string[]]>([
    ['<a><b/><c x="1>2"><b/></c>text<d></d></a>', ['b', 'c', 'd']],
    ['<?xml version="1.0"?><!-- <x> --><a><![CDATA[<b>]]><w:b/></a>\n', ['w:b']],
  ])('%s', (xml, names) => {
    const opened = openXml(xml);
    expect(opened.ok && opened.value.children.map(({ name }) => name)).toEqual(names);
    if (!opened.ok) return;
    const { head, children, tail } = opened.value;
    expect(children.every((child) => xml.includes(child.xml))).toBe(true);
    expect(xml.startsWith(head)).toBe(true);
    expect(xml.endsWith(tail)).toBe(true);
  });

  test.each([
    ['<a/>', '<a>', '</a>'],
    ['<w:body x="/" />', '<w:body x="/">', '</w:body>'],
  ])('%s has room for some', (xml, head, tail) => {
    expect(openXml(xml)).toEqual({ ok: true, value: { head, children: [], tail } });
  });

  test.each([
    ['', 'nothing'],
    ['<a><!-- ', 'a comment that never ends'],
    ['<a x="1></a>', 'a quote that never ends'],
    ['text', 'no tag'],
    ['<a>', 'not ended'],
    ['<a></b>', 'ended by another'],
    ['<a/><b/>', 'two roots'],
    ['<a><b></a></b>', 'crossed'],
    ['<a>1 < 2</a>', 'a bare <'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a/>', 'entities'],
  ])('%s: %s', (xml) => {
    expect(openXml(xml)).toEqual({ ok: false, error: 'broken' });
  });

  test('a tag of millions of signs is not taken', () => {
    const attributes = 'x="1" '.repeat(2_000_000);
    expect(openXml(`<a ${attributes}/>`)).toEqual({ ok: false, error: 'broken' });
  });

  test('a hundred thousand deep is read all the same', () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    expect(openXml(deep).ok).toBe(true);
  });
});

test.each<[string, string, string | null]>([
  ['<a w:id="1" x=\'2\'><b y="3"/></a>', 'w:id', '1'],
  ['<a w:id="1" x=\'2\'><b y="3"/></a>', 'x', '2'],
  ['<a w:id="1" x=\'2\'><b y="3"/></a>', 'y', null],
  ['<a x=""/>', 'x', ''],
])('%s has %s', (xml, name, value) => {
  expect(attribute(xml, name)).toBe(value);
});
