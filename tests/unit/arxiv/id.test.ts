import { describe, expect, it } from 'vitest';
import { arxivIdFromUrl, findArxivIds, parseArxivId } from '../../../lib/arxiv/id';

describe('a text that is an arXiv id', () => {
  it.each([
    ['2504.05309', { id: '2504.05309' }],
    ['2504.05309v2', { id: '2504.05309', version: 2 }],
    ['arXiv:2504.05309', { id: '2504.05309' }],
    ['arXiv 2608.07437', { id: '2608.07437' }],
    ['0704.0001', { id: '0704.0001' }],
    ['hep-th/9901001', { id: 'hep-th/9901001' }],
    ['math.GT/0309136v1', { id: 'math/0309136', version: 1 }],
  ])('%s is read', (text, expected) => expect(parseArxivId(text)).toEqual(expected));

  it.each([
    ['2305.1416', 'has lost its last zero'],
    ['1412.99999', 'is longer than ids of 2014'],
    ['2513.00001', 'is of a thirteenth month'],
    ['2504.05309v0', 'has no such version'],
    ['see 2504.05309', 'is a sentence'],
    ['cs.CL', 'is a category'],
    ['hep-th/0801001', 'is of the old scheme after its end'],
    ['', 'is nothing'],
  ])('%s is none: it %s', (text) => expect(parseArxivId(text)).toBeUndefined());
});

describe('an address that leads to a paper', () => {
  it.each([
    ['https://arxiv.org/abs/2504.05309', '2504.05309'],
    ['http://arxiv.org/pdf/2404.10198v1.pdf', '2404.10198'],
    ['https://arxiv.org/html/2504.05309v1', '2504.05309'],
    ['https://export.arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs?id=hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs/arXiv:2411.13560', '2411.13560'],
    ['https://doi.org/10.48550/arXiv.2504.05309', '2504.05309'],
    ['https://huggingface.co/papers/2504.05309', '2504.05309'],
    ['https://www.alphaxiv.org/abs/2504.05309', '2504.05309'],
    [
      'https://scholar.google.com/scholar_url?url=https%3A%2F%2Farxiv.org%2Fabs%2F2504.05309&hl=en',
      '2504.05309',
    ],
  ])('%s', (url, id) => expect(arxivIdFromUrl(url)?.id).toBe(id));

  it.each([
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/abs/',
    'https://github.com/someone/2504.05309',
    'https://doi.org/10.1109/2504.05309',
  ])('%s leads to none', (url) => expect(arxivIdFromUrl(url)).toBeUndefined());
});

describe('ids in a longer text', () => {
  it('says how each is written', () => {
    const text = 'arXiv:2504.05309v1, https://arxiv.org/abs/2504.05314 and 2504.05732, not 12504.057321';
    expect(findArxivIds(text).map(({ id, kind }) => [id, kind])).toEqual([
      ['2504.05309', 'named'],
      ['2504.05314', 'url'],
      ['2504.05732', 'bare'],
    ]);
  });
});
