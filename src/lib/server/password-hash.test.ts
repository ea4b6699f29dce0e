import { describe, expect, test, vi } from 'vitest';
import { checkHash, hashPassword } from './password-hash.ts';

// Every password takes a third of a second, and more where other tests run beside.
vi.setConfig({ testTimeout: 60_000 });

const PASSWORD = 'fyrtornet blinkar';
/** Of scrypt with less work, as a lesser setting of ours would have made it. */
const OLD = 'scrypt$14$8$1$AAAAAAAAAAAAAAAAAAAAAA$';

describe('a password', () => {
  test('is kept with its settings and never as it is, and never twice alike', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain('fyrtornet');
  });

  test('is right, and nothing else is', async () => {
    const hash = await hashPassword('Tåget går från Ågesta');
    const right = { isRight: true, isOld: false };
    expect(await checkHash('Tåget går från Ågesta', hash)).toEqual(right);
    // As a Mac spells å.
    expect(await checkHash('Tåget går från Ågesta'.normalize('NFD'), hash)).toEqual(right);
    expect(await checkHash('tåget går från Ågesta', hash)).toEqual({ ...right, isRight: false });
  });

  test.each([null, 'scrypt$17$8$1$AAAA$AAAA', 'ingen hash', ''])(
    'is never right for %j',
    async (hash) => {
      expect((await checkHash('', hash)).isRight).toBe(false);
    },
  );

  test('of lesser settings is right, and told to be old', async () => {
    const { scryptSync } = await import('node:crypto');
    const key = scryptSync(PASSWORD, Buffer.alloc(16), 32, { N: 2 ** 14, r: 8, p: 1 });
    const hash = `${OLD}${key.toString('base64url')}`;
    expect(await checkHash(PASSWORD, hash)).toEqual({ isRight: true, isOld: true });
  });
});
