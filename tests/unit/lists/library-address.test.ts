import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../lib/lists/library-address';

test.each([
  ['', 'library.html'],
  ['?q=day%3A2025-04-10', 'library.html?q=day%3A2025-04-10'],
  ['?q=%22dense+retrieval%22&order=oldest&paper=hep-th%2F9901001', undefined],
  ['?order=sideways', 'library.html'],
])('the address %s is written as it was read', (search, written = `library.html${search}`) => {
  expect(writeAddress(readAddress(search))).toBe(written);
});
