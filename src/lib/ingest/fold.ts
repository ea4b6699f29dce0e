/** Names are matched whatever their case, blanks and form of å, ä and ö (composed or not). */
export const fold = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Titles also without the prefix that Kolada once gave its U-nyckeltal, which says nothing. */
export const foldTitle = (title: string): string => fold(title).replace(/^u\. /, '');
