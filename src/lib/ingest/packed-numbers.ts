/** Whole numbers of four bytes each, where nobody knows beforehand how many there will be. */
export type NumberList = {
  readonly push: (value: number) => void;
  readonly done: () => Int32Array;
};

const FIRST_SIZE = 1024;

export function numberList(): NumberList {
  let kept = new Int32Array(FIRST_SIZE);
  let length = 0;
  const grow = () => {
    const larger = new Int32Array(kept.length * 2);
    larger.set(kept);
    kept = larger;
  };
  return {
    push: (value) => {
      if (length === kept.length) grow();
      kept[length] = value;
      length += 1;
    },
    done: () => kept.slice(0, length),
  };
}

export type Codes = Uint8Array | Uint16Array | Int32Array;

/** Numbers below a size in no more bytes each than those need. */
export function narrowed(codes: Int32Array, size: number): Codes {
  if (size <= 2 ** 8) return Uint8Array.from(codes);
  return size <= 2 ** 16 ? Uint16Array.from(codes) : codes;
}
