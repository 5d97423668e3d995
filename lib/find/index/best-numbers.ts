/** The `count`th highest of the scores above 0, or 0 if there are fewer. Only a heap of `count` scores is kept. */
function leastOfBest(scores: ArrayLike<number>, count: number): number {
  const heap = new Float64Array(count);
  for (let number = 0; number < scores.length; number += 1) {
    const score = scores[number] ?? 0;
    if (score <= (heap[0] ?? 0)) continue;
    // The lowest of the best scores stands at the root; the new score replaces it and sinks to its place.
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
      if ((heap[child] ?? 0) >= score) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = score;
  }
  return heap[0] ?? 0;
}

/**
 * The numbers of the highest scores above 0, the best first. If several scores tie for the last places, all of them
 * are given, so that the caller can choose among them.
 */
export function bestNumbers(scores: ArrayLike<number>, count: number): number[] {
  if (count <= 0) return [];
  const least = leastOfBest(scores, count);
  const best: number[] = [];
  for (let number = 0; number < scores.length; number += 1) {
    const score = scores[number] ?? 0;
    if (score > 0 && score >= least) best.push(number);
  }
  return best.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}
