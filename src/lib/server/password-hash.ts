import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/*
 * Passwords as they are kept: scrypt with OWASP's first choice of settings, N = 2^17, r = 8, p = 1. Node's
 * own limit of memory refuses it unless told (DATA.md T12). A hash says its settings, so that they can be raised.
 */

type Cost = { readonly log2N: number; readonly r: number; readonly p: number };

const COST: Cost = { log2N: 17, r: 8, p: 1 };
const [SALT_BYTES, KEY_BYTES] = [16, 32];

/** Each takes 128 MB while it is worked out: more than two at once wait for one another. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < MOST_AT_ONCE) running += 1;
  // Whoever is done hands over their place: nobody slips in between.
  else await new Promise<void>((go) => waiting.push(go));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const derive = (password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        const N = 2 ** log2N;
        const options = { N, r, p, maxmem: 256 * N * r };
        // Of two spellings of å, a Mac and a PC send one each.
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );

const asText = ({ log2N, r, p }: Cost, salt: Buffer, key: Buffer) =>
  ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');

/** A password as it is kept. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return asText(COST, salt, await derive(password, salt, COST));
}

const HASH = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d)\$([\w-]{22})\$([\w-]{43})$/;

/** What nobody's password has: held against where there is no account, so that it takes as long. */
const NOBODY = asText(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES));

function partsOf(hash: string) {
  const [, log2N, r, p, salt, key] = HASH.exec(hash) ?? HASH.exec(NOBODY)!;
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt!, 'base64url'),
    key: Buffer.from(key!, 'base64url'),
  };
}

/**
 * Whether it is the password of a hash, and whether the hash is of other settings than today's. Null, for no
 * account or none with a password, is never right and takes as long.
 */
export async function checkHash(
  password: string,
  hash: string | null,
): Promise<{ readonly isRight: boolean; readonly isOld: boolean }> {
  const { cost, salt, key } = partsOf(hash ?? NOBODY);
  const isSame = timingSafeEqual(await derive(password, salt, cost), key);
  const isOld = asText(cost, salt, key) !== asText(COST, salt, key);
  return { isRight: isSame && hash !== null && HASH.test(hash), isOld };
}
