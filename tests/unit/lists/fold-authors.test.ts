import { expect, test } from 'vitest';
import { foldAuthors } from '../../../lib/lists/fold-authors';

const SIX = ['Shangyu Chen', 'Xinyu Jia', 'Yingfei Zhang', 'Shuai Zhang', 'Xiang Li', 'Wei Lin'];

test.each([
  [SIX, 99, 'Shangyu Chen, Xinyu Jia, Yingfei Zhang, Shuai Zhang, Xiang Li, Wei Lin'],
  [SIX, 40, 'Shangyu Chen, Xinyu Jia … Wei Lin (6)'],
  [SIX, 26, 'Shangyu Chen … Wei Lin (6)'],
  [SIX, 20, 'Shangyu Chen (6)'],
  [['Wei Lin'], 3, 'Wei Lin'],
  [[], 3, ''],
])('%j in %i characters', (authors, width, shown) => {
  expect(foldAuthors(authors, (text) => text.length <= width)).toBe(shown);
});
