import { expect, test } from 'vitest';
import { headersFor } from './headers.ts';

test.each([
  [undefined, undefined],
  ['http://fyren.example.se', undefined],
  ['https://fyren.example.se', 'max-age=31536000; includeSubDomains'],
  // Its other names are not Fyren's.
  ['https://example.se', 'max-age=31536000'],
])('read at %s the browser is told to stay on https: %s', (origin, expected) => {
  expect(headersFor('/', { origin }).get('Strict-Transport-Security')).toBe(expected);
});

test.each([
  ['/', 'same-origin'],
  ['/api', 'same-origin'],
  ['/apis', 'same-origin'],
  ['/api/v1', 'cross-origin'],
  ['/api/v1/gnesta/socialnamnden/delar-2023', 'cross-origin'],
])('%s may be taken in by %s', (path, expected) => {
  const headers = headersFor(path, { origin: undefined });
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe(expected);
});
