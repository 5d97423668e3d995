import { describe, expect, test } from 'vitest';
import { BUCKET_BOUNDS } from '../../../../lib/find/index/bucket-bounds';
import { bucketOf, BUCKETS, bucketsOfPrefix } from '../../../../lib/find/index/buckets';
import { isOneEditAway, likeWords } from '../../../../lib/find/index/like-words';
import { packId, unpackId } from '../../../../lib/find/index/packed-id';
import { findPrefix, findTerm, TermBlockWriter, termsOf } from '../../../../lib/find/index/term-block';
import { ByteCursor, ByteWriter } from '../../../../lib/find/index/varint';
import { seededRandom } from '../../../training/random';

const random = seededRandom(3);
const LETTERS = 'abcé推';

/** A random word of few different letters, so that many words begin alike. */
function word(longest: number): string {
  const length = 1 + Math.floor(random() * longest);
  return Array.from({ length }, () => [...LETTERS][Math.floor(random() * 5)] ?? '').join('');
}

describe('a block of terms', () => {
  const terms = [...new Set(Array.from({ length: 400 }, () => word(6)))].toSorted((a, b) => (a < b ? -1 : 1));
  const writer = new TermBlockWriter();
  terms.forEach((term, i) => writer.add(term, i + 1, new Uint8Array(i % 7)));
  const block = writer.taken();

  test('gives back the terms as they were written', () => {
    expect(termsOf(block).map(([term, { count }]) => [term, count])).toEqual(
      terms.map((term, i) => [term, i + 1]),
    );
  });

  test('finds the terms that it holds and no others', () => {
    for (const wanted of [...terms, ...Array.from({ length: 400 }, () => word(8))]) {
      expect(findTerm(block, wanted)?.count).toBe(
        terms.includes(wanted) ? terms.indexOf(wanted) + 1 : undefined,
      );
    }
  });

  test('finds the terms with a beginning', () => {
    for (const prefix of Array.from({ length: 100 }, () => word(4))) {
      expect(findPrefix(block, prefix).map(([term]) => term)).toEqual(
        terms.filter((term) => term.startsWith(prefix)),
      );
    }
  });
});

test('numbers come back as they were written', () => {
  const numbers = [0, 1, 127, 128, 300, 16_383, 16_384, 2 ** 31, 2 ** 32 - 1];
  const writer = new ByteWriter(1);
  numbers.forEach((number) => writer.number(number));
  const reader = new ByteCursor(writer.taken());
  expect(numbers.map(() => reader.number())).toEqual(numbers);
});

test.each(['0704.0001', '1412.9999', '1501.00001', '2504.05309', '9912.99999'])(
  'the id %s fits into a number',
  (id) => {
    expect(unpackId(packId(id) ?? 0)).toBe(id);
  },
);

test.each(['hep-th/9901001', 'q1', '2504.053', ''])('%s is kept as it is', (id) =>
  expect(packId(id)).toBeUndefined(),
);

test('the bounds of buckets are in order, and a term lies with those that begin as it does', () => {
  expect(BUCKET_BOUNDS).toEqual([...new Set(BUCKET_BOUNDS)].toSorted((a, b) => (a < b ? -1 : 1)));
  for (const term of ['retrieval', '@wang', '^on the role of', '推荐', '0', 'zzz', '#rag']) {
    const [first, last] = bucketsOfPrefix(term.slice(0, 2));
    expect(bucketOf(term)).toBeGreaterThanOrEqual(first);
    expect(bucketOf(term)).toBeLessThanOrEqual(last);
    expect(last).toBeLessThan(BUCKETS);
  }
});

/** The distance of Damerau and Levenshtein with adjacent swaps, by its recurrence: the slow and obvious way. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => i + j),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = least;
    }
  }
  return at(a.length, b.length);
}

describe('words one edit away', () => {
  const ascii = () => word(9).replace(/[^abc]/g, 'b');

  test('are those at distance one or none', () => {
    for (let i = 0; i < 3000; i += 1) {
      const [a, b] = [ascii(), ascii()];
      expect([a, b, isOneEditAway(a, b)]).toEqual([a, b, distance(a, b) <= 1]);
    }
  });

  test('are found in a block, however they differ', () => {
    const words = [...new Set(Array.from({ length: 600 }, ascii))].toSorted((a, b) => (a < b ? -1 : 1));
    const writer = new TermBlockWriter();
    for (const each of words) writer.add(each, 1, new Uint8Array());
    const block = writer.taken();
    for (const typed of Array.from({ length: 200 }, ascii).filter(({ length }) => length >= 5)) {
      const found = likeWords(block, typed).map(([like]) => like);
      expect(found).toEqual(words.filter((each) => distance(each, typed) <= 1));
    }
  });
});
