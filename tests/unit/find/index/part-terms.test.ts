import { expect, test } from 'vitest';
import { PartTerms, postingBuffers } from '../../../../lib/find/index/part-terms';

const paper = (id: string, title: string) => ({ id, title, authors: [] });

/** Each term of the titles with the papers that say it. */
function papersByTerm(terms: PartTerms): Record<string, number[]> {
  return Object.fromEntries(
    terms.inOrder().map((term) => {
      const papers: number[] = [];
      terms.visit(term, (number) => papers.push(number));
      return [term.term, papers];
    }),
  );
}

test('two parts that are gathered side by side keep their own postings', () => {
  const [one, other, alone] = [postingBuffers(), postingBuffers(), postingBuffers()].map(
    (buffers) => new PartTerms(buffers),
  );
  if (!one || !other || !alone) throw new Error('There are three.');
  for (const [at, title] of ['dense retrieval', 'sparse retrieval', 'dense ranking'].entries()) {
    one.add(paper(`2504.0000${at}`, title));
    other.add(paper(`2504.1000${at}`, 'query rewriting for search'));
    alone.add(paper(`2504.0000${at}`, title));
  }
  expect(papersByTerm(one)).toEqual(papersByTerm(alone));
  expect(Object.values(papersByTerm(other)).every((papers) => papers.length > 0)).toBe(true);
});
