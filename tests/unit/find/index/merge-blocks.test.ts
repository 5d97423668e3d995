import { expect, test } from 'vitest';
import { addToIndex } from '../../../../lib/find/index/add-papers';
import { makePart } from '../../../../lib/find/index/make-part';
import { mergeUnits } from '../../../../lib/find/index/merge-units';
import type { IndexedPaper } from '../../../../lib/find/index/search-index';
import { memoryStorage } from '../../../oracles/memory-storage';
import { seededRandom } from '../../../training/random';

const random = seededRandom(5);

/** Letters of one to four bytes, among them letters that UTF-8 and UTF-16 order differently. */
const LETTERS = [...'abcéя推𠀀𐐨ﬡ'];

const word = (): string =>
  Array.from(
    { length: 2 + Math.floor(random() * 4) },
    () => LETTERS[Math.floor(random() * LETTERS.length)],
  ).join('');

const papers = Array.from({ length: 120 }, (_, i): IndexedPaper => {
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const abstract = `${words(60)} ${'stuffed '.repeat(i % 40)}`;
  return { id: `2504.${String(i).padStart(5, '0')}`, title: words(6), abstract, authors: [words(2)] };
});

test('parts that are merged are, byte for byte, what they are when made at once', async () => {
  const storage = memoryStorage();
  for (let at = 0; at < papers.length; at += 7)
    await storage.write((transaction) => addToIndex(transaction, papers.slice(at, at + 7)));
  await mergeUnits(storage, 'all');
  const state = await storage.read((transaction) => transaction.state());
  const [merged] = await storage.read((transaction) =>
    transaction.units((state?.units ?? []).map(({ seq }) => seq)),
  );
  expect(merged).toEqual({ ...makePart(papers), seq: merged?.seq });
});
