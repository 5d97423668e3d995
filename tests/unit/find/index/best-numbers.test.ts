import { expect, test } from 'vitest';
import { bestNumbers } from '../../../../lib/find/index/best-numbers';
import { seededRandom } from '../../../training/random';

test('the best are those that sorting all of them would give, with all that tie for the last place', () => {
  const random = seededRandom(8);
  for (let round = 0; round < 300; round += 1) {
    const scores = Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 12));
    const count = Math.floor(random() * 20);
    const sorted = [...scores.keys()]
      .filter((at) => scores[at])
      .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const least = scores[sorted[count - 1] ?? -1] ?? 0;
    const expected = count === 0 ? [] : sorted.filter((at) => (scores[at] ?? 0) >= least);
    expect(bestNumbers(scores, count)).toEqual(expected);
  }
});
