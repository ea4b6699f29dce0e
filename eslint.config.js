import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** One door a library (tests/rooms.test.ts holds the whole table; this is for the editor). */
const DOORS = {
  papaparse: ['src/lib/ingest/csv.ts'],
  'iconv-lite': ['src/lib/ingest/decode.ts'],
  'better-sqlite3': ['src/lib/server/db/client.ts'],
};

const restricted = (libraries) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: libraries.map((name) => ({ name, message: `Dörren är ${DOORS[name].join(', ')}.` })),
      patterns: [{ group: ['../../*'], message: 'Skriv #lib/… eller #routes/… i stället.' }],
    },
  ],
});

const doors = Object.entries(DOORS).map(([library, files]) => ({
  files,
  rules: restricted(Object.keys(DOORS).filter((name) => name !== library)),
}));

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'coverage/', 'data/', 'node_modules/'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { project: './tsconfig.json', extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // TypeScript knows what is defined.
      'no-undef': 'off',
      'prefer-template': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // It calls `split('-') as [string, string]` unnecessary, which noUncheckedIndexedAccess needs.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // An async action or handler may have nothing to wait for yet: its caller awaits it all the same.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression:matches([callee.property.name='transaction'], [callee.name=/^(inTransaction|readTogether|write|writeTogether)$/]) > :function[async=true]",
          message:
            'SQLite commits when the callback returns: an async one commits before it has run.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
      ...restricted(Object.keys(DOORS)),
    },
  },
  {
    // Without types: they would double the time of the whole run, and svelte-check has them.
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, project: null } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Links come from components/paths.ts, where resolve() makes a wrong route a type error, and
      // rooms.test.ts refuses one that is written out. The rule cannot see through a function.
      'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'tests/**/*.ts', 'seeds/**/*.ts'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
    },
  },
  { files: ['src/lib/**'], rules: { 'no-console': 'error' } },
  {
    // What a file may hold by mistake is the reader's business.
    files: ['src/lib/ingest/**'],
    rules: { 'no-control-regex': 'off' },
  },
  // A test or a bench may use a library to judge by.
  {
    files: ['**/*.test.ts', 'tests/bench/**', 'tests/fuzz/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // Kit gives `load` its types only in svelte-check, which is the judge of them: here they are
    // `any`. In a test matchers are, and a test runs, which proves more than its types.
    files: ['src/routes/**', '**/*.test.ts', '**/*.e2e.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/app.d.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    // Plain JavaScript outside tsconfig.json, the configuration itself.
    files: ['**/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
  },
  ...doors,
);
