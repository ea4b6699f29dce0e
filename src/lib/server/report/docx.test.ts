import { expect, test, describe } from 'vitest';
import { gnestaReport } from '../../../../tests/office/gnesta.ts';
import { hardReport, wideReport } from '../../../../tests/office/hard.ts';
import { faultsOf, paragraphsOf, textParts } from '../../../../tests/office/opened.ts';
import {
  cell,
  column,
  heading,
  numberCell,
  row,
  stateCell,
  table,
  textCell,
  written,
} from '../../../../tests/office/build.ts';
import type { Piece, ReportDocument } from '#lib/format/document.ts';
import { renderDocx } from './docx.ts';

const report = (...pieces: readonly Piece[]): ReportDocument => ({
  title: 'Delårsrapport 2023',
  owner: 'Socialnämnden, Gnesta kommun',
  facts: [{ title: 'Diarienummer', words: 'SN 2023/112' }],
  pieces,
  standing: 'Arbetsmaterial, 20 september 2023',
});

const partsOf = async (...pieces: readonly Piece[]) =>
  textParts(await renderDocx(report(...pieces)));
const bodyOf = async (...pieces: readonly Piece[]) =>
  (await partsOf(...pieces)).get('word/document.xml') ?? '';

/** A picture of one dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const picture = (png: Uint8Array | null): Piece => ({
  kind: 'picture',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 400"/>',
  ...{ png, alt: 'Väntetiden har ökat från 81 till 102 dagar & mer.', width: 1200, height: 400 },
});

describe('a report in Word', () => {
  test('has the headings of Word', async () => {
    const body = await bodyOf(heading(1, 'Ett'), heading(2, 'Två'), heading(3, 'Tre'));
    const styles = [...body.matchAll(/<w:pStyle w:val="(Title|Heading\d)"/g)].map((one) => one[1]);
    expect(styles).toEqual(['Title', 'Heading1', 'Heading2', 'Heading3']);
    const own = (await partsOf()).get('word/styles.xml');
    expect(own).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/>/i);
    expect(own).toMatch(
      /w:styleId="Heading3"[\s\S]*?<w:keepNext\/>[\s\S]*?<w:outlineLvl w:val="2"\/>/,
    );
  });

  test('is in Swedish', async () => {
    const styles = (await partsOf()).get('word/styles.xml');
    expect(styles).toMatch(/<w:docDefaults>.*<w:lang w:val="sv-SE"/);
  });

  test('says what it is and that Fyren made it, and not when', async () => {
    const core = (await partsOf()).get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>Delårsrapport 2023</dc:title><dc:creator>Fyren</dc:creator>');
    expect(core).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  test('has its standing and its pages at the foot of every page', async () => {
    const parts = await partsOf();
    const feet = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
    expect(feet).toHaveLength(2);
    for (const [, foot] of feet) {
      expect(paragraphsOf(foot).join('')).toMatch(
        /^Arbetsmaterial, 20 september 2023\s*Sida {2}av/,
      );
      expect(foot).toContain('<w:tab/>');
      expect(foot).toMatch(/>PAGE<[\s\S]*>NUMPAGES</);
    }
    const section = /<w:sectPr.*<\/w:sectPr>/.exec(parts.get('word/document.xml') ?? '')?.[0] ?? '';
    expect(section).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(section).toContain('<w:titlePg');
  });

  test('repeats the head of a table, and splits no row', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => row(cell(`Rad ${at}`), numberCell(at)));
    const body = await bodyOf(table('Tabell', [column('A', 3), column('B', 1, true)], rows));
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    // And those of the header data.
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(42);
  });

  test('lets a row that is longer than a page go on over it', async () => {
    const long = textCell('ord '.repeat(2000));
    const body = await bodyOf(table('Tabell', [column('A')], [row(cell('kort')), row(long)]));
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  });

  test('sets numbers to the right, and states with sign, word and colour', async () => {
    const body = await bodyOf(
      table(
        'Tabell',
        [column('A'), column('B', 1, true), column('C'), column('D')],
        [
          row(
            cell('a'),
            numberCell(102, 0, 'dagar'),
            stateCell('Bedöms delvis uppnås', 'yellow', 'forecast'),
            stateCell('Ej uppnått', 'red'),
          ),
        ],
      ),
    );
    expect(body).toMatch(/<w:jc w:val="right"\/><\/w:pPr><w:r><w:t [^>]*>102\u00a0dagar</);
    expect(body).toMatch(
      /<w:color w:val="7D5300"\/><\/w:rPr><w:t [^>]*>△\u00a0<\/w:t><\/w:r><w:r><w:rPr>.*?<w:color w:val="7D5300"\/><\/w:rPr><w:t [^>]*>Bedöms delvis uppnås</,
    );
    expect(paragraphsOf(body)).toContain('■\u00a0Ej uppnått');
  });

  test('numbers its lists as Word does, and keeps bold', async () => {
    const body = await bodyOf(...written('Inledning **med fetstil**.\n\n- ett\n- två'));
    expect(body.match(/<w:numPr>/g)).toHaveLength(2);
    expect(body).toMatch(/<w:b\/><w:bCs\/><\/w:rPr><w:t [^>]*>med fetstil</);
  });

  test('shows a picture with its words for who does not see it', async () => {
    const file = await renderDocx(report(picture(PNG)));
    const body = textParts(file).get('word/document.xml') ?? '';
    expect(body).toContain('descr="Väntetiden har ökat från 81 till 102 dagar &amp; mer."');
    // No wider than the text: 9 298 twentieths of a point are 5 904 230 EMU.
    expect(Number(/<wp:extent cx="(\d+)"/.exec(body)?.[1])).toBeLessThanOrEqual(5_904_230);
    expect(faultsOf(file)).toEqual([]);
  });

  test('says in words what a picture shows where there is none', async () => {
    const body = await bodyOf(picture(null));
    expect(paragraphsOf(body)).toContain('Väntetiden har ökat från 81 till 102 dagar & mer.');
    expect(body).not.toContain('<w:drawing>');
  });

  test('says a whole text, with its signs, and no sign that XML has no place for', async () => {
    const body = await bodyOf(
      ...written('A & B <b>"x"</b> \'y\' \u0000\u000b\ud800 שלום 👩🏽‍🚒 ]]>'),
      ...written('å'.repeat(20_000)),
    );
    expect(paragraphsOf(body)).toContain('A & B <b>"x"</b> \'y\' \ufffd שלום 👩🏽‍🚒 ]]>');
    expect(paragraphsOf(body)).toContain('å'.repeat(20_000));
  });

  test.each<[string, ReportDocument]>([
    ['Gnesta’s', gnestaReport()],
    ['300 rows and nasty signs', hardReport()],
    ['twelve columns', wideReport()],
    ['an empty one', { title: '', owner: '', facts: [], pieces: [], standing: '' }],
    ['no columns, no cells', report(table('', [], [row()]), table('x', [column('')], [row()]))],
  ])('%s: every part is XML, and the same bytes again', async (_, document) => {
    const file = await renderDocx(document);
    expect(faultsOf(file)).toEqual([]);
    expect(Buffer.compare(file, await renderDocx(document))).toBe(0);
  });
});
