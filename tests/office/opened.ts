import { invariant } from '#lib/domain/result.ts';
import { openPackage, partText } from '#lib/server/report/package.ts';
import { openXml } from '#lib/server/report/xml.ts';

/* A file of ours as a reader of it would find it. */

const isText = (name: string) => /\.(?:xml|rels)$/.test(name);

/** The parts that are XML, by name. */
export function textParts(file: Uint8Array): ReadonlyMap<string, string> {
  const parts = openPackage(file);
  invariant(parts.ok, 'the file is a package');
  const names = [...parts.value.keys()].filter(isText);
  return new Map(names.map((name) => [name, partText(parts.value, name) ?? '']));
}

const TAG = /<[\w:.-]+((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;

const isTwice = (tag: string) => {
  const names = [...tag.matchAll(/\s([\w:.-]+)\s*=/g)].map((match) => match[1]);
  return new Set(names).size !== names.length;
};

/** What XML 1.0 refuses; null where nothing is wrong. */
export function xmlFault(xml: string): string | null {
  if (!openXml(xml).ok) return 'the tags do not match';
  if (!xml.isWellFormed()) return 'half a sign';
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) return 'a forbidden sign';
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) return 'a bare &';
  const values = [...xml.matchAll(TAG)].map((match) => match[1] ?? '');
  return values.some((attributes) => isTwice(attributes.replace(/"[^"]*"|'[^']*'/g, '""')))
    ? 'an attribute twice'
    : null;
}

/** Each part that is not XML, or that points to what is not there, with its fault. */
export function faultsOf(file: Uint8Array): readonly string[] {
  const parts = openPackage(file);
  invariant(parts.ok, 'the file is a package');
  const faults = [...textParts(file)].flatMap(([name, xml]) => {
    const fault = xmlFault(xml);
    return fault === null ? [] : [`${name}: ${fault}`];
  });
  const lost = [...textParts(file)]
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, xml]) => lostOf(name, xml, new Set(parts.value.keys())));
  return [...faults, ...lost];
}

function lostOf(name: string, xml: string, parts: ReadonlySet<string>): readonly string[] {
  const folder = name.replace(/_rels\/[^/]*$/, '');
  return [...xml.matchAll(/<Relationship [^>]*>/g)]
    .filter(([tag]) => !tag.includes('TargetMode="External"'))
    .map(([tag]) => /Target="([^"]*)"/.exec(tag)?.[1] ?? '')
    .map((target) => (target.startsWith('/') ? target.slice(1) : `${folder}${target}`))
    .filter((target) => !parts.has(target))
    .map((target) => `${name}: ${target} is not there`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
};

/** Text of XML or HTML as it is read. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (all, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : (ENTITIES[name ?? ''] ?? all),
  );

/** The paragraphs of a Word part as text, a line end for each break. */
export const paragraphsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:br\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
      .map((match) => (match[0] === '<w:br/>' ? '\n' : unescaped(match[1] ?? '')))
      .join(''),
  );
