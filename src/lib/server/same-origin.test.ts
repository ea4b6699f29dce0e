import { describe, expect, test } from 'vitest';
import { isFromHere, refusalOf } from './same-origin.ts';

const HOST = 'fyren.example.se';
const HERE = `https://${HOST}`;

describe('without ORIGIN the host decides', () => {
  test.each<[string | null, string | null]>([
    ['http://localhost:3000', 'localhost:3000'],
    ['http://127.0.0.1:3000', '127.0.0.1:3000'],
    ['http://[::1]:3000', '[::1]:3000'],
    ['http://192.168.1.20:3000', '192.168.1.20:3000'],
    [HERE, HOST],
    // A proxy ended TLS and passed Host on.
    [HERE, `${HOST}:443`],
    [`http://${HOST}`, `${HOST}:80`],
    [HERE, 'Fyren.Example.SE'],
    [`${HERE}:8443`, `${HOST}:8443`],
    ['https://xn--ml-yia.example.se', 'xn--ml-yia.example.se'],
  ])('%s may post to %s', (origin, host) => {
    expect(isFromHere({ method: 'POST', origin, host }, undefined)).toBe(true);
  });

  test.each<[string | null, string | null]>([
    [null, HOST],
    ['', HOST],
    ['null', HOST],
    ['https://evil.example', HOST],
    // Another program on the same machine.
    ['http://localhost:8080', 'localhost:3000'],
    ['http://localhost', 'localhost:3000'],
    ['http://localhost:3000', 'localhost'],
    ['http://127.0.0.1:3000', 'localhost:3000'],
    [`${HERE}:8443`, HOST],
    [`${HERE}:443`, HOST],
    // A name that begins or ends as ours.
    [`https://evil.${HOST}`, HOST],
    [`${HERE}.evil.example`, HOST],
    [`https://evil${HOST}`, HOST],
    [`${HERE}.`, HOST],
    ['https://example.se', HOST],
    // More, or less, than an origin.
    [HOST, HOST],
    [`//${HOST}`, HOST],
    [`${HERE}/`, HOST],
    [`${HERE}/inlasningar`, HOST],
    [`${HERE}@evil.example`, HOST],
    [`https://anna@${HOST}`, HOST],
    [`https://evil.example#${HERE}`, HOST],
    [`https://evil.example\\@${HOST}`, HOST],
    [`${HERE}, https://evil.example`, HOST],
    [`https://evil.example ${HERE}`, HOST],
    [` ${HERE}`, HOST],
    ['https://FYREN.example.se', HOST],
    [`ftp://${HOST}`, HOST],
    [`chrome-extension://${HOST}`, HOST],
    [`blob:${HERE}`, HOST],
    ['javascript:alert(1)', HOST],
    ['https://', HOST],
    ['https://[', HOST],
    // A host that is none.
    [HERE, null],
    [HERE, ''],
    [HERE, `evil@${HOST}`],
    [HERE, `${HOST}/evil`],
    [HERE, `${HOST}, evil.example`],
    [HERE, `${HOST}:port`],
  ])('%j may not post to %j', (origin, host) => {
    expect(isFromHere({ method: 'POST', origin, host }, undefined)).toBe(false);
  });
});

describe('with ORIGIN nothing else does', () => {
  test.each<[string | null, boolean]>([
    [HERE, true],
    [`http://${HOST}`, false],
    [`${HERE}:8443`, false],
    ['https://localhost:3000', false],
    ['http://localhost:3000', false],
    [`https://evil.${HOST}`, false],
    ['null', false],
    [null, false],
  ])('from %j: %j', (origin, expected) => {
    const host = 'localhost:3000';
    expect(isFromHere({ method: 'POST', origin, host }, HERE)).toBe(expected);
  });
});

describe('only what changes nothing may come from anywhere', () => {
  test.each([
    ['GET', true],
    ['HEAD', true],
    ['OPTIONS', true],
    ['POST', false],
    ['PUT', false],
    ['PATCH', false],
    ['DELETE', false],
    ['TRACE', false],
    ['get', false],
    ['UNKNOWN', false],
  ])('%s: %j', (method, expected) => {
    const origin = 'https://evil.example';
    expect(isFromHere({ method, origin, host: HOST }, undefined)).toBe(expected);
  });
});

describe('who is refused is told where to go, and the log which setting it may be', () => {
  const OWN = 'https://fyren.example.se';
  const from = (origin: string | null) => ({ method: 'POST', origin, host: 'localhost:3000' });

  test('without ORIGIN the log has both addresses', () => {
    const { message, line } = refusalOf(from('https://fyren.example.se'), undefined);
    expect(message).toContain('Öppna sidan på nytt');
    expect(message).not.toContain('example.se');
    expect(line).toContain('från https://fyren.example.se nekades: begäran gällde localhost:3000.');
    expect(line).toContain('sätt ORIGIN=https://fyren.example.se');
  });

  test('with it the page has them too', () => {
    const { message, line } = refusalOf(from('http://localhost:3000'), OWN);
    expect(message).toContain(`skickades från http://localhost:3000, men Fyren läses på ${OWN}`);
    expect(message).toContain('be den som sköter Fyren att ändra inställningen ORIGIN');
    expect(line).toContain(`nekades: ORIGIN är ${OWN}`);
    expect(line).toContain('sätt ORIGIN=http://localhost:3000');
  });

  test.each([
    null,
    'null',
    '',
    'evil',
    'https://evil.example/<b>',
    'https://evil.example\r\nnekades',
  ])('what no browser sends is said to nobody: %j', (origin) => {
    for (const own of [undefined, OWN]) {
      const { message, line } = refusalOf(from(origin), own);
      expect(message).toContain('Öppna sidan på nytt');
      expect(message).not.toContain('evil');
      expect(line).toBeNull();
    }
  });
});
