import { describe, expect, it } from 'vitest';
import { parseAuthors } from '../../../../lib/digest/entries/authors';
import { looksLikeNames } from '../../../../lib/digest/entries/looks-like-names';

describe('a list of people', () => {
  it.each([
    ['Ada Example, Bo Li', ['Ada Example', 'Bo Li']],
    ['Ada Example,Bo Li', ['Ada Example', 'Bo Li']],
    ['Ada Example; Bo Li', ['Ada Example', 'Bo Li']],
    ['Ada Example and Bo Li', ['Ada Example', 'Bo Li']],
    ['Ada Example, Bo Li, and Cy Doe', ['Ada Example', 'Bo Li', 'Cy Doe']],
    ['张三、李四', ['张三', '李四']],
    ['A. Author (Dept. A, University B), C. Doe', ['A. Author (Dept. A, University B)', 'C. Doe']],
    ["Bohdan Paczy\\'nski, Tsvi Piran", ["Bohdan Paczy\\'nski", 'Tsvi Piran']],
    ['Alexander R. Fabbri et.al.', ['Alexander R. Fabbri et.al.']],
    ['null', []],
    ['', []],
  ])('%s', (text, expected) => expect(parseAuthors(text)).toEqual(expected));
});

describe('a line without a label', () => {
  it.each([
    'Ada Example, Bo Li',
    '*Ada Example,Bo Li*',
    'S Chen, X Jia, Y Zhang',
    'Maria de la Cruz, Jan van Dijk',
    '张三, 李四',
  ])('%s names people', (text) => expect(looksLikeNames(text)).toBe(true));
  it.each([
    'Machine Learning, Computer Vision',
    'LLM Reasoning',
    '高票/有代码',
    'We show that, in fact, this works',
    '2025-04-10, cs.IR',
  ])('%s does not', (text) => expect(looksLikeNames(text, 1)).toBe(false));
});
