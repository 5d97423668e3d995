import { subjectTermOf } from '../../text/words';
import { visitMarkedTerms } from './marked-terms';
import { packCounts } from './postings';
import type { IndexedPaper } from './search-index';
import { countWordsOfPaper } from './term-counts';

/** A term of the papers that make up a part. */
export interface PartTerm {
  term: string;
  /** The last paper that says the term, and how often that paper's title and abstract say it. */
  paper: number;
  title: number;
  abstract: number;
  /** How many papers say the term, and the places of the first and the last of its postings in the buffers. */
  count: number;
  first: number;
  last: number;
}

/**
 * `postings` holds paper and counts of all postings in the order in which they come; `nextOfTerm` says where the next
 * posting of the same term stands. A list for each term would be thousands of lists, most of them of one posting.
 */
export interface PostingBuffers {
  postings: Uint32Array<ArrayBuffer>;
  nextOfTerm: Uint32Array<ArrayBuffer>;
}

export const postingBuffers = (): PostingBuffers => ({
  postings: new Uint32Array(1024),
  nextOfTerm: new Uint32Array(1024),
});

/**
 * Gathers the terms of papers, which are numbered in the order in which they are added. A word is looked up first
 * among the words of these papers: they are few enough for a map in memory, the words of a whole archive are not.
 */
export class PartTerms {
  readonly #byTerm = new Map<string, PartTerm>();
  readonly #bySurface = new Map<string, PartTerm | undefined>();
  #paper = -1;
  #said: PartTerm[] = [];
  #count = 0;
  readonly #buffers: PostingBuffers;

  /** The buffers may have served another part; their content is overwritten. */
  constructor(buffers: PostingBuffers) {
    this.#buffers = buffers;
  }

  /** Adds the next paper. Gives the length of its text in words, and the terms of the text with their counts. */
  add(paper: IndexedPaper): { length: number; said: readonly PartTerm[] } {
    this.#paper += 1;
    this.#said = [];
    const { length } = countWordsOfPaper(paper, (surface, field) => {
      const term = this.#termOfWord(surface);
      if (!term) return undefined;
      this.#begin(term);
      if (field === 'title') term.title += 1;
      else term.abstract += 1;
      return term.term;
    });
    const said = this.#said.slice();
    visitMarkedTerms(paper, (marked) => {
      const term = this.#term(marked);
      this.#begin(term);
      term.abstract = 1;
    });
    for (const term of this.#said) this.#post(term);
    return { length, said };
  }

  inOrder(): PartTerm[] {
    return [...this.#byTerm.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
  }

  /** Calls `visit` for each paper that says a term, in the order of the papers. */
  visit({ first, count }: PartTerm, visit: (paper: number, counts: number) => void): void {
    const { postings, nextOfTerm } = this.#buffers;
    for (let at = first, left = count; left > 0; left -= 1) {
      const posting = postings[at] ?? 0;
      visit(posting >>> 8, posting & 255);
      at = nextOfTerm[at] ?? 0;
    }
  }

  #post(term: PartTerm): void {
    const at = this.#count;
    const buffers = this.#buffers;
    if (at === buffers.postings.length) {
      buffers.postings = twiceAsLong(buffers.postings);
      buffers.nextOfTerm = twiceAsLong(buffers.nextOfTerm);
    }
    buffers.postings[at] = (term.paper << 8) | packCounts(term.title, term.abstract);
    if (term.count === 0) term.first = at;
    else buffers.nextOfTerm[term.last] = at;
    term.last = at;
    term.count += 1;
    this.#count += 1;
  }

  #begin(term: PartTerm): void {
    if (term.paper === this.#paper) return;
    term.paper = this.#paper;
    term.title = 0;
    term.abstract = 0;
    this.#said.push(term);
  }

  #termOfWord(surface: string): PartTerm | undefined {
    const known = this.#bySurface.get(surface);
    if (known || this.#bySurface.has(surface)) return known;
    const counted = subjectTermOf(surface);
    const term = counted === undefined ? undefined : this.#term(counted);
    this.#bySurface.set(surface, term);
    return term;
  }

  #term(term: string): PartTerm {
    const known = this.#byTerm.get(term);
    if (known) return known;
    const fresh = { term, paper: -1, title: 0, abstract: 0, count: 0, first: 0, last: 0 };
    this.#byTerm.set(term, fresh);
    return fresh;
  }
}

function twiceAsLong(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * values.length);
  longer.set(values);
  return longer;
}
