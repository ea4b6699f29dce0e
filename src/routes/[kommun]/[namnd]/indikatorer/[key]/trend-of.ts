/** Words that say what a trend is: "positiv", "ökad". Others say what happens, as "ökar". */
const QUALITY = /^\S+(iv|ad|bil)$/;

/** "positiv trend", "trend: ökar": in their own word. */
export const trendOf = (word: string): string =>
  QUALITY.test(word) ? `${word} trend` : `trend: ${word}`;
