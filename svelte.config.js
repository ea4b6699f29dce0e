import adapter from '@sveltejs/adapter-node';

/** Inside the house paths go by package.json's `imports` (#lib/…), which Node understands too. */
export default {
  kit: {
    // Ours is in hooks.server.ts: Kit's answers in English, and 403 to every form without an ORIGIN.
    csrf: { trustedOrigins: ['*'] },
    adapter: adapter({ out: 'build' }),
    // One spelling of every address, so that a link can be held against where one stands.
    paths: { relative: false },
  },
};
