import { subjectTermOf } from '../text/words';
import type { IndexedPaper } from './paper-index';
import { sayWords } from './term-counts';
import { markedTerms } from './unit-terms';

/** A term of the papers that make up a part. */
export interface PartTerm {
  term: string;
  /** The last paper that says it, and how often its title and its abstract do. */
  paper: number;
  title: number;
  abstract: number;
  /** Paper, title and abstract of each that says it, one after the other: as objects they would be millions. */
  postings: number[];
}

/**
 * Gathers the terms of papers, which are numbered as they come. A word is looked up among the words of these papers
 * first: they are few enough to be at hand, as those of an archive are not.
 */
export class PartTerms {
  readonly #byTerm = new Map<string, PartTerm>();
  readonly #bySurface = new Map<string, PartTerm | undefined>();
  #paper = -1;
  #said: PartTerm[] = [];

  /** Adds the next paper; gives how long it is, and the terms of its text with their counts. */
  add(paper: IndexedPaper): { length: number; said: readonly PartTerm[] } {
    this.#paper += 1;
    this.#said = [];
    const { length } = sayWords(paper, (surface, field) => {
      const term = this.#termOfWord(surface);
      if (!term) return undefined;
      this.#begin(term);
      if (field === 'title') term.title += 1;
      else term.abstract += 1;
      return term.term;
    });
    const said = this.#said.slice();
    for (const marked of markedTerms(paper)) {
      const term = this.#term(marked);
      this.#begin(term);
      term.abstract = 1;
    }
    for (const { postings, title, abstract } of this.#said) postings.push(this.#paper, title, abstract);
    return { length, said };
  }

  inOrder(): PartTerm[] {
    return [...this.#byTerm.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
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
    const fresh = { term, paper: -1, title: 0, abstract: 0, postings: [] };
    this.#byTerm.set(term, fresh);
    return fresh;
  }
}
