import adapter from '@sveltejs/adapter-node';

/** Of the line, out of sight, in which Kit reads out the title of a page that a script went to. */
const ANNOUNCER = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * What a page of ours may load and do, and nothing else (ASVS 5.0 3.4.3): its own script by a nonce, and no
 * style that stands in an attribute but the one that Kit writes itself. What is no page has a stricter one, from lib/server/headers.ts.
 */
const directives = {
  'default-src': ['none'],
  'script-src': ['self'],
  'style-src': ['self'],
  'style-src-attr': ['unsafe-hashes', ANNOUNCER],
  'img-src': ['self'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'form-action': ['self'],
  'object-src': ['none'],
  'base-uri': ['none'],
  'frame-ancestors': ['none'],
};

/** Inside the house paths go by package.json's `imports` (#lib/…), which Node understands too. */
export default {
  kit: {
    // Ours is in hooks.server.ts: Kit's answers in English, and 403 to every form without an ORIGIN.
    csrf: { trustedOrigins: ['*'] },
    csp: { mode: 'nonce', directives },
    adapter: adapter({ out: 'build' }),
    // One spelling of every address, so that a link can be held against where one stands.
    paths: { relative: false },
  },
};
