import adapter from '@sveltejs/adapter-node';

/**
 * What a page of ours may load and do, and nothing else (ASVS 5.0 3.4.3): its own script by a nonce, and no
 * style that stands in an attribute. What is no page has a stricter one, from lib/server/headers.ts.
 */
const directives = {
  'default-src': ['none'],
  'script-src': ['self'],
  'style-src': ['self'],
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
