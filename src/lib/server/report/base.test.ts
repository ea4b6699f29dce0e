import { describe, expect, test } from 'vitest';
import { gnestaReport } from '../../../../tests/office/gnesta.ts';
import { faultsOf, paragraphsOf, textParts } from '../../../../tests/office/opened.ts';
import { baseParts, swedishBase } from '../../../../tests/office/swedish-base.ts';
import type { BaseOptions } from '../../../../tests/office/swedish-base.ts';
import { oneSheet, utf8, zipParts } from '../../../../tests/workbook.ts';
import { bytesOf, written } from '../../../../tests/zip-bytes.ts';
import { invariant } from '#lib/domain/result.ts';
import { readBase } from './base.ts';
import { renderDocx } from './docx.ts';

async function withBase(options: BaseOptions | Uint8Array = {}) {
  const base = readBase(options instanceof Uint8Array ? options : swedishBase(options));
  invariant(base.ok, 'the base is taken');
  const file = await renderDocx(gnestaReport(), base.value);
  return { file, parts: textParts(file) };
}

const without = (name: string) =>
  zipParts(Object.fromEntries(Object.entries(baseParts()).filter(([one]) => one !== name)));

const spoilt = (name: string, from: string, to: string) =>
  zipParts({ ...baseParts(), [name]: (baseParts()[name] ?? '').replace(from, to) });

describe('what is no template is told what it is', () => {
  const whole = swedishBase();
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'not-word'],
    ['text', utf8('Hej'), 'not-word'],
    ['an older or a locked Word file', bytesOf(600, [0, 4, 0xe011cfd0]), 'not-word'],
    ['a workbook', oneSheet([['a']]), 'not-word'],
    ['cut off', whole.slice(0, whole.length - 200), 'broken'],
    ['without its document', without('word/document.xml'), 'broken'],
    ['without its styles', without('word/styles.xml'), 'broken'],
    ['tags that do not match', spoilt('word/document.xml', '</w:body>', '</w:bod>'), 'broken'],
    ['a document type', spoilt('word/styles.xml', '<w:styles', '<!DOCTYPE x><w:styles'), 'broken'],
    [
      'the strict dialect',
      spoilt(
        'word/document.xml',
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
      'broken',
    ],
    ['macros', zipParts({ ...baseParts(), 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'a bomb',
      written([{ name: 'word/document.xml', packed: new Uint8Array(9), size: 4_000_000_000 }]),
      'too-large',
    ],
    [
      'a lying size',
      written([{ name: 'word/document.xml', packed: utf8('abc'), size: 9 }]),
      'broken',
    ],
  ])('%s', (_, file, error) => {
    expect(readBase(file)).toEqual({ ok: false, error });
  });
});

describe('a report in a template', () => {
  test('uses the styles of the template, by their names', async () => {
    const { parts } = await withBase();
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toContain('<w:pStyle w:val="Rubrik1"/>');
    expect(body).toContain('<w:pStyle w:val="Rubrik"/>');
    expect(body).not.toMatch(/w:val="(?:Heading1|Title)"/);
    const styles = parts.get('word/styles.xml') ?? '';
    expect(styles).toContain('w:ascii="Liberation Serif"');
    expect(styles.match(/<w:name w:val="heading 1"\/>/gi)).toHaveLength(1);
    // What it lacks is added, in its colours.
    expect(styles).toMatch(
      /w:styleId="Heading2"(?!.*?<w:color.*?<\/w:style>.*w:styleId="Heading3")/,
    );
    expect(styles).toContain('w:styleId="FyrenTabell"');
    expect([...styles.matchAll(/<w:lang w:val="([^"]*)"/g)].map((one) => one[1])).toEqual([
      'sv-SE',
    ]);
  });

  test('every style that is used is there', async () => {
    const { parts } = await withBase();
    const known = new Set(
      [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]*)"/g)].map(
        (one) => one[1],
      ),
    );
    const used = [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<w:(?:pStyle|basedOn|next) w:val="([^"]*)"/g)].map((one) => one[1]),
    );
    expect(used.filter((one) => !known.has(one))).toEqual([]);
  });

  test('keeps its page, its header and its footer, and sets tables within its margins', async () => {
    const { parts } = await withBase();
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toMatch(/<w:headerReference w:type="default" r:id="rId3"\/>/);
    expect(body).toContain('w:right="1700" w:bottom="1700" w:left="1985"');
    expect(parts.get('word/header1.xml')).toContain('PROVKÖPINGS KOMMUN');
    expect(body).toContain('<w:tblW w:type="dxa" w:w="8221"/>');
    expect([...parts.keys()].filter((name) => /fyren\d-(?:header|footer)/.test(name))).toEqual([]);
  });

  test('tells how it stands in its header data, for the foot is the template’s', async () => {
    const { parts } = await withBase();
    const told = paragraphsOf(parts.get('word/document.xml') ?? '');
    expect(told).toContain('Arbetsmaterial, 20 september 2023');
  });

  test('leaves the template’s own words out, but where {{rapport}} says where the report goes', async () => {
    const alone = (await withBase()).parts.get('word/document.xml') ?? '';
    expect(paragraphsOf(alone)).not.toContain('Här skriver du.');
    const body =
      '<w:p><w:r><w:t>Försättsblad</w:t></w:r></w:p><w:p><w:r><w:t>{{rap</w:t></w:r><w:r><w:t>port}}</w:t></w:r></w:p><w:p><w:r><w:t>Sist</w:t></w:r></w:p>';
    const told = paragraphsOf((await withBase({ body })).parts.get('word/document.xml') ?? '');
    expect([told[0], told.at(-1)]).toEqual(['Försättsblad', 'Sist']);
    expect(told).toContain('Sammanfattning');
    expect(told.join()).not.toContain('{{');
  });

  test('gives its lists numbers that the template has not taken', async () => {
    const { parts } = await withBase();
    const lists = parts.get('word/numbering.xml') ?? '';
    const ids = [...lists.matchAll(/<w:num w:numId="(\d+)"/g)].map((one) => one[1]);
    expect(ids[0]).toBe('3');
    expect(new Set(ids).size).toBe(ids.length);
    expect(lists.indexOf('<w:num ')).toBeGreaterThan(lists.lastIndexOf('<w:abstractNum '));
    const used = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:numId w:val="(\d+)"/g)];
    expect(used.length).toBeGreaterThan(0);
    expect(used.every((one) => ids.includes(one[1]) && one[1] !== '3')).toBe(true);
  });

  test('is a document, and does not look for the file that the template was made of', async () => {
    const { parts } = await withBase();
    expect(parts.get('[Content_Types].xml')).not.toContain('template.main');
    expect([...parts.values()].join()).not.toMatch(/attachedTemplate|file:\/\//);
  });

  test.each<[string, BaseOptions]>([
    ['a page of its own', {}],
    ['no page, header or footer', { section: '' }],
    ['a page that is empty', { section: '<w:sectPr/>' }],
    ['a document, not a template', { isTemplate: false }],
    ['nothing in it', { body: '' }],
    ['nothing at all', { body: '', section: '' }],
  ])('%s: every part is XML, and the same bytes again', async (_, options) => {
    const { file, parts } = await withBase(options);
    expect(faultsOf(file)).toEqual([]);
    expect(Buffer.compare(file, (await withBase(options)).file)).toBe(0);
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toMatch(/<w:footerReference [^>]*>/);
  });

  test('a report that is itself the template of the next is no fault', async () => {
    const first = await renderDocx(gnestaReport());
    const second = await withBase(first);
    const third = await withBase(second.file);
    expect(faultsOf(third.file)).toEqual([]);
    expect(paragraphsOf(third.parts.get('word/document.xml') ?? '')).toContain('Sammanfattning');
  });
});
