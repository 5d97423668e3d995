import type { IndexedPaper, SearchIndex } from '../../lib/find/index/search-index';
import { parseSearch } from '../../lib/find/query/query';
import { searchPapers } from '../../lib/find/search/search';
import { wordsOf } from '../../lib/text/words';
import { indexInMemory } from '../commands/index-in-memory';
import { seededRandom } from '../training/random';
import { archivePapers } from './archive-papers';
import type { Row } from './row';

const QUERIES = 500;
const SEED = 4;

/** A rare word is said by so many papers at most, and has letters enough to be misspelt. */
const RARE = 20;
const LONG = /^[a-z]{5,}$/;

interface Asked {
  query: string;
  id: string;
}

function countPapers(papers: readonly IndexedPaper[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { abstract = '' } of papers) {
    for (const word of new Set(wordsOf(abstract).map(({ surface }) => surface.toLowerCase()))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Three rare words of an abstract; undefined where it has not so many. */
function rareWords(
  { abstract = '' }: IndexedPaper,
  counts: ReadonlyMap<string, number>,
): string[] | undefined {
  const words = [...new Set(wordsOf(abstract).map(({ surface }) => surface.toLowerCase()))];
  const rare = words.filter((word) => LONG.test(word) && (counts.get(word) ?? 0) <= RARE);
  return rare.length < 3 ? undefined : rare.slice(0, 3);
}

/** One letter dropped, doubled, changed or swapped with the next. */
function misspelt(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  const [before, letter, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  const ways = [
    before + next + after,
    before + letter + letter + next + after,
    before + other + next + after,
    before + next + letter + after,
  ];
  return ways[Math.floor(random() * ways.length)] ?? word;
}

function pick(
  papers: readonly IndexedPaper[],
  random: () => number,
  ask: (paper: IndexedPaper) => string | undefined,
): Asked[] {
  const asked: Asked[] = [];
  while (asked.length < QUERIES) {
    const paper = papers[Math.floor(random() * papers.length)];
    const query = paper && ask(paper);
    if (paper && query) asked.push({ query, id: paper.id });
  }
  return asked;
}

/** Share of the questions whose paper is among the first few. */
async function shareFound(index: SearchIndex, asked: readonly Asked[], within: number): Promise<number> {
  let found = 0;
  for (const { query, id } of asked) {
    const { hits } = await searchPapers(parseSearch(query), index);
    if (hits.slice(0, within).some((hit) => hit.id === id)) found += 1;
  }
  return (100 * found) / asked.length;
}

/** Whether search finds what it should in the archive of IR and NLP. */
export async function benchSearch(): Promise<Row[]> {
  const papers = archivePapers();
  if (!papers) {
    console.log('search: skipped, for there is no ../shared/digests');
    return [];
  }
  const index = await indexInMemory(papers);
  const counts = countPapers(papers);
  const random = seededRandom(SEED);
  const rare = pick(papers, random, (paper) => rareWords(paper, counts)?.join(' '));
  const typos = rare.map(({ query, id }) => {
    const words = query.split(' ');
    const at = Math.floor(random() * words.length);
    return { id, query: words.map((word, i) => (i === at ? misspelt(word, random) : word)).join(' ') };
  });
  const titles = pick(papers, random, ({ title }) => {
    const words = title.split(/\s+/);
    return words.length > 4 ? words.slice(0, 4).join(' ') : undefined;
  });
  return [
    {
      name: 'three rare words: paper first',
      value: await shareFound(index, rare, 1),
      unit: '%',
      beside: 'goal 95',
    },
    {
      name: 'one of them misspelt: in the first five',
      value: await shareFound(index, typos, 5),
      unit: '%',
      beside: 'goal 90',
    },
    {
      name: 'four words of a title: in the first three',
      value: await shareFound(index, titles, 3),
      unit: '%',
      beside: 'goal 97',
    },
  ];
}
