const BLOCK = 64 * 1024;

/** What comes in pieces of this size needs no gathering. */
const LARGE = BLOCK / 4;

/**
 * The bytes of a stream, gathered: a sender may send them one at a time, and a million pieces of one
 * byte take a hundred times their size to keep. Stopping early leaves the stream as it is.
 */
export async function* inBlocks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let block = new Uint8Array(BLOCK);
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (filled === 0 && value.length >= LARGE) {
      yield value;
      continue;
    }
    for (let at = 0; at < value.length;) {
      const piece = value.subarray(at, at + BLOCK - filled);
      block.set(piece, filled);
      at += piece.length;
      filled += piece.length;
      if (filled < BLOCK) continue;
      yield block;
      block = new Uint8Array(BLOCK);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
