/** Names are matched whatever their case, blanks and form of å, ä and ö (composed or not). */
export const fold = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
