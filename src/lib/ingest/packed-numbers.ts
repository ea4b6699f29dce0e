/** Whole numbers in as few bytes each as the largest of them needs. */
export type Packed = Uint8Array | Uint16Array | Int32Array;

/** The same numbers, in as many bytes as another of them needs. */
export function widened(numbers: Packed, largest: number): Packed {
  const bytes = largest < 2 ** 8 ? 1 : largest < 2 ** 16 ? 2 : 4;
  if (bytes <= numbers.BYTES_PER_ELEMENT) return numbers;
  return bytes === 2 ? new Uint16Array(numbers) : new Int32Array(numbers);
}

/** A list of numbers that nobody knows beforehand how many they will be. */
export type NumberList<T extends Packed> = {
  readonly push: (value: number) => void;
  readonly done: () => T;
};

const FIRST_LENGTH = 1024;

export function numberList<T extends Uint16Array | Int32Array>(
  make: (length: number) => T,
): NumberList<T> {
  let kept = make(FIRST_LENGTH);
  let length = 0;
  const grow = () => {
    const larger = make(kept.length * 2);
    larger.set(kept);
    kept = larger;
  };
  return {
    push: (value) => {
      if (length === kept.length) grow();
      kept[length] = value;
      length += 1;
    },
    // No copy: what is not used is less than the rest, and a copy would be there beside it.
    done: () => kept.subarray(0, length) as T,
  };
}

export const integers = (): NumberList<Int32Array> =>
  numberList((length) => new Int32Array(length));
