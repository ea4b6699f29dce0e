import type { NotATable } from '#lib/domain/problem.ts';
import type { Calendar } from './cell-text.ts';
import type { Zip } from './zip.ts';

/* Which parts a workbook is made of (ECMA-376 part 2, and 18.2): its sheets, its texts and its formats. */

/** A sheet as its tab shows it. */
export type SheetPart = {
  readonly name: string;
  readonly isHidden: boolean;
  /** The part that holds it. */
  readonly path: string;
};

export type Parts = {
  readonly calendar: Calendar;
  readonly sheets: readonly SheetPart[];
  readonly styles: string | null;
  readonly texts: string | null;
  /** There is something in it that no cell shows. */
  readonly hasUnseen: boolean;
};

/** Pictures, charts, pivots and properties are never unpacked. */
const SKIPPED =
  /(?:^|\/)(?:media|drawings\/_rels|charts|embeddings|theme|pivot\w*|externalLinks|customXml|docProps|printerSettings|queryTables|tables)\/|calcChain\.xml$/i;
export const isRead = (name: string): boolean =>
  /\.(?:xml|rels)$/i.test(name) && !SKIPPED.test(name);

/** What holds texts that no cell shows: comments, what is kept of a pivot, other files and their values. */
const UNSEEN =
  /(?:^|\/)(?:(?:threaded)?comments[^/]*(?:\/[^/]+)?\.xml$|(?:persons|embeddings|pivotCache|externalLinks)\/[^/]+\.\w+$)/i;
/** Charts and pictures stand in one too, and say nothing in it; a text box has its words there. */
const DRAWING = /(?:^|\/)drawings\/[^/]+\.xml$/i;
const WORDS = /<(?:\w+:)?t(?:\s[^>]{0,99})?>[^<]*\p{L}/u;

/** What a zip file is by the names in it, where it is no workbook; the first that fits. */
const KINDS: readonly (readonly [NotATable, RegExp])[] = [
  ['xlsb', /^xl\/workbook\.bin$/i],
  ['open-document', /^content\.xml$/i],
  ['word', /^word\//i],
  ['numbers', /^index(?:\/document\.iwa|\.zip)$/i],
];
const WORKBOOK = /(?:^|\/)workbook\.xml$/i;

export const workbookName = ({ names }: Zip): string | undefined =>
  names.find((name) => WORKBOOK.test(name));

export const otherKind = ({ names }: Zip): NotATable =>
  KINDS.find(([, name]) => names.some((one) => name.test(one)))?.[0] ?? 'zip';

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** A sign by its number; one that there is none of stays as it stands. */
function signOf(entity: string, number: number): string {
  const isSign = number > 0 && number <= 0x10ffff;
  return isSign ? String.fromCodePoint(number) : entity;
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gi, (entity, hex, number, name) => {
    if (hex !== undefined) return signOf(entity, parseInt(String(hex), 16));
    if (number !== undefined) return signOf(entity, Number(number));
    return NAMED[String(name)] ?? entity;
  });

type Attributes = Readonly<Record<string, string | undefined>>;

/** `r:id` is `id`: what a name space is called is the file's own choice. */
const attributesOf = (tag: string): Attributes =>
  Object.fromEntries(
    Array.from(
      tag.matchAll(/\s(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g),
      ([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')],
    ),
  );

const tagsOf = (xml: string, name: string): Attributes[] =>
  Array.from(xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]{0,4000}>`, 'g')), ([tag]) =>
    attributesOf(tag),
  );

const textOf = (zip: Zip, name: string): string =>
  new TextDecoder().decode(zip.read(name) ?? undefined);

/** `/xl/a.xml` from the root, `a.xml` and `../a.xml` from where the workbook is. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

type Relation = { readonly id: string; readonly kind: string; readonly path: string };

function relationsOf(zip: Zip, workbook: string): readonly Relation[] {
  const cut = workbook.lastIndexOf('/') + 1;
  const folder = workbook.slice(0, cut);
  const xml = textOf(zip, `${folder}_rels/${workbook.slice(cut)}.rels`);
  return tagsOf(xml, 'Relationship').map(({ Id = '', Type = '', Target = '' }) => ({
    id: Id,
    kind: Type.slice(Type.lastIndexOf('/') + 1),
    path: pathFrom(folder, Target),
  }));
}

const hasWords = (zip: Zip, name: string) => DRAWING.test(name) && WORDS.test(textOf(zip, name));

const isTrue = (text: string | undefined) => text === '1' || text === 'true';

/** A chart that is a sheet of its own has no cells. */
export function partsOf(zip: Zip, workbook: string): Parts {
  const relations = relationsOf(zip, workbook);
  const xml = textOf(zip, workbook);
  const pathOf = (kind: string) => relations.find((one) => one.kind === kind)?.path ?? null;
  const all = tagsOf(xml, 'sheet').flatMap(({ name = '', id, state = 'visible' }) => {
    const part = relations.find((one) => one.id === id && one.kind === 'worksheet');
    return part ? [{ name, isHidden: state !== 'visible', path: part.path }] : [];
  });
  // One part that is many sheets would be gone through as many times, and of two names one is chosen.
  const byPath = [...new Map(all.map((one) => [one.path, one])).values()];
  const sheets = [...new Map(byPath.map((one) => [one.name, one])).values()];
  return {
    calendar: isTrue(tagsOf(xml, 'workbookPr')[0]?.['date1904']) ? 1904 : 1900,
    sheets,
    styles: pathOf('styles'),
    texts: pathOf('sharedStrings'),
    hasUnseen: zip.names.some((one) => UNSEEN.test(one) || hasWords(zip, one)),
  };
}
