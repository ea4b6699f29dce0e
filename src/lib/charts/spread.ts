/**
 * Places moved apart until there is a gap between each, as little as may be: 10, 12 and 40 with a
 * gap of 6 are 8, 14 and 40. In the order given.
 */
export function spread(places: readonly number[], gap: number): readonly number[] {
  const order = places.map((_, index) => index).toSorted((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    // A crowd: each is nearer to the one before than the gap.
    while (end < order.length && places[order[end]!]! - places[order[end - 1]!]! < gap) end += 1;
    const crowd = order.slice(start, end);
    const middle = crowd.reduce((sum, index) => sum + places[index]!, 0) / crowd.length;
    crowd.forEach((index, nth) => {
      moved[index] = middle + (nth - (crowd.length - 1) / 2) * gap;
    });
    start = end;
  }
  return moved;
}
