/** What Word proofreads the report as. */
export const LANGUAGE = 'sv-SE';

/** Ids of the styles of a report. Those that are Word's own go by their names in a template, others are ours. */
export const STYLE = {
  title: 'Title',
  owner: 'Subtitle',
  headings: { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' },
  caption: 'Caption',
  item: 'ListBullet',
  header: 'Header',
  footer: 'Footer',
  cell: 'FyrenTabell',
  narrow: 'FyrenTabellSmal',
  beside: 'FyrenTabellLiten',
  cellItem: 'FyrenTabellLista',
  note: 'FyrenTabellNot',
} as const;

export const USED_STYLES: ReadonlySet<string> = new Set(
  Object.values(STYLE).flatMap((style): readonly string[] =>
    typeof style === 'string' ? [style] : Object.values(style),
  ),
);
