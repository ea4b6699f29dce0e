import { zipParts } from '../workbook.ts';

/* A template as Word writes one in Swedish: ids in Swedish, its own page, header, footer and numbered headings. */

const OFFICE = 'http://schemas.openxmlformats.org';
const W = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;

const relations = (...all: string[]) =>
  `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join('')}</Relationships>`;

const style = (id: string, name: string, inside: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${name}"/>${inside}</w:style>`;

const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="24"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>',
  style('Normal', 'Normal', '', ' w:default="1"'),
  style(
    'Rubrik1',
    'heading 1',
    '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="3"/></w:numPr><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="7B1E3A"/><w:sz w:val="36"/></w:rPr>',
  ),
  style(
    'Rubrik',
    'Title',
    '<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="7B1E3A"/><w:sz w:val="56"/></w:rPr>',
  ),
].join('');

const NUMBERING =
  '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrik1"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="432" w:hanging="432"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>';

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1700" w:bottom="1700" w:left="1985" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';

export type BaseOptions = {
  readonly body?: string;
  readonly section?: string;
  readonly isTemplate?: boolean;
  readonly more?: Readonly<Record<string, string>>;
};

/** Its parts by name, for a test to spoil. */
export function baseParts({
  body = paragraph('Här skriver du.'),
  section = SECTION,
  isTemplate = true,
  more = {},
}: BaseOptions = {}): Readonly<Record<string, string>> {
  const part = (name: string, kind: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', isTemplate ? 'template.main' : 'document.main')}${part('styles', 'styles')}${part('numbering', 'numbering')}${part('header1', 'header')}${part('footer1', 'footer')}${part('settings', 'settings')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml'),
      relation('rId2', 'numbering', 'numbering.xml'),
      relation('rId3', 'header', 'header1.xml'),
      relation('rId4', 'footer', 'footer1.xml'),
      relation('rId5', 'settings', 'settings.xml'),
    ),
    'word/styles.xml': `${HEAD}<w:styles ${W}>${STYLES}</w:styles>`,
    'word/numbering.xml': `${HEAD}<w:numbering ${W}>${NUMBERING}</w:numbering>`,
    'word/header1.xml': `${HEAD}<w:hdr ${W}>${paragraph('PROVKÖPINGS KOMMUN')}</w:hdr>`,
    'word/footer1.xml': `${HEAD}<w:ftr ${W}>${paragraph('Postadress: 123 45 Provköping')}</w:ftr>`,
    'word/settings.xml': `${HEAD}<w:settings ${W}><w:attachedTemplate r:id="rId1"/></w:settings>`,
    'word/_rels/settings.xml.rels': relations(
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/attachedTemplate" Target="file:///G:/mallar/rapport.dotm" TargetMode="External"/>`,
    ),
    ...more,
  };
}

export const swedishBase = (options: BaseOptions = {}): Uint8Array => zipParts(baseParts(options));
