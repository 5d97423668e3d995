import { expect, it } from 'vitest';
import { anyOf, either } from '../../../lib/digest/word-pattern';

const isAny = (word: string) =>
  new RegExp(`^${either(anyOf('paper(s), e.g., table of contents', '论文'), '\\d+')}$`).test(word);

it.each(['paper', 'papers', 'e.g.', 'table of contents', '论文', '42'])('%s is one of the words', (word) =>
  expect(isAny(word)).toBe(true),
);
it.each(['paper(s)', 'eXgX', 'table', ''])('%j is none of them', (word) => expect(isAny(word)).toBe(false));
