import { indexMemory, openIndex } from '../../lib/find/index/open-index';
import type { IndexedPaper } from '../../lib/find/index/search-index';
import { relatedPapers } from '../../lib/find/related/related';
import { shippedTermVectors } from '../commands/term-vectors';
import { memoryStorage } from '../oracles/memory-storage';
import { archivePapers, asMany } from './archive-papers';
import { type Engine, flexsearchEngine, minisearchEngine, oramaEngine, timeMinisearch } from './engines';
import {
  growIndex,
  indexBytes,
  type MeasuredIndex,
  PAPERS_A_DAY,
  timeRelated,
  timeTyping,
} from './measure-index';
import { inTurn, median, overFloor, type Row, timesRow } from './row';

const SIZES = [1_000, 10_000, 47_000, 100_000];
const QUESTIONS = 30;

/** At this size the other libraries are asked the same questions. */
const COMPARED_SIZE = 10_000;
const COMPARED_QUESTIONS = 20;

/** So many days are added to the largest index, and the other library is given as many. */
const DAYS = 9;

/**
 * Related papers are found no slower than by the fastest of the others. A day is added, written and merged in half as
 * much again as minisearch needs to hold it in memory; the 2 s of before were 60 times that, which nobody would miss.
 */
const GOALS = { related: 1, day: 1.5 };

const TYPED = [
  'query rewriting',
  'generative recommendation',
  'large language model',
  'retrieval augmented',
  'wei wang',
];

const every = (papers: readonly IndexedPaper[], count: number) =>
  papers.filter((_, i) => i % Math.floor(papers.length / count) === 0).slice(0, count);

async function rowsAt(index: MeasuredIndex, papers: readonly IndexedPaper[], size: number): Promise<Row[]> {
  const { cold, warm } = await timeRelated(index, every(papers, QUESTIONS));
  const typing = await timeTyping(index, TYPED);
  const bytes = await indexBytes(index.storage);
  const at = `at ${size.toLocaleString('en')}`;
  return [
    { name: `related, cold, ${at}`, value: median(cold), unit: 'ms', beside: '' },
    { name: `related, warm, ${at}`, value: median(warm), unit: 'ms', beside: '' },
    { name: `search while typing, ${at}`, value: median(typing), unit: 'ms', beside: '' },
    { name: `index, ${at}`, value: bytes / size, unit: 'B', goal: 500, beside: 'a paper' },
  ];
}

/** Asks ours and the others each question in turn, so that whatever else the machine does falls on all alike. */
async function rowsBeside(index: MeasuredIndex, papers: readonly IndexedPaper[]): Promise<Row[]> {
  const memory = indexMemory();
  const ours: Engine = {
    name: 'ours',
    related: async (question, limit) => {
      const opened = await openIndex(index.storage, index.source, memory);
      return (await relatedPapers(question, opened, limit, index.vectors)).map(({ id }) => id);
    },
  };
  const engines = [ours];
  for (const make of [minisearchEngine, flexsearchEngine, oramaEngine]) engines.push(await make(papers));
  const times = new Map(engines.map(({ name }) => [name, [] as number[]]));
  for (const question of every(papers, COMPARED_QUESTIONS)) {
    for (const engine of engines) {
      const start = performance.now();
      await engine.related(question, 5);
      times.get(engine.name)?.push(performance.now() - start);
    }
  }
  const [own = 0, ...others] = [...times.values()].map(median);
  const at = `at ${COMPARED_SIZE.toLocaleString('en')}`;
  return [
    overFloor({
      name: `related, ours, ${at}`,
      value: own,
      unit: 'ms',
      floor: Math.min(...others),
      goal: GOALS.related,
      beside: 'the fastest other library',
    }),
    ...others.map((value, i) => ({
      name: `related, ${engines[i + 1]?.name}, ${at}`,
      value,
      unit: 'ms',
      beside: `${(value / own).toFixed(1)} times ours`,
    })),
  ];
}

/** How fast and how large the stored index is in Node, with its records in memory. */
export async function benchIndex(): Promise<Row[]> {
  const archive = archivePapers();
  if (!archive) {
    console.log('index: skipped, for there is no ../shared/digests');
    return [];
  }
  const largest = SIZES[SIZES.length - 1] ?? 0;
  const papers = asMany(archive, largest + DAYS * PAPERS_A_DAY);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const index: MeasuredIndex = {
    storage: memoryStorage(),
    // A database gives a new object each time: nothing that is remembered by object may help.
    source: async (ids) => ids.map((id) => structuredClone(byId.get(id))),
    vectors: shippedTermVectors(),
  };
  const rows: Row[] = [];
  let done = 0;
  for (const size of SIZES) {
    const grown = await growIndex(index, papers.slice(done, size));
    rows.push({
      name: `indexing, up to ${size.toLocaleString('en')}`,
      value: grown / (size - done),
      unit: 'ms',
      beside: 'a paper',
    });
    done = size;
    const known = papers.slice(0, size);
    rows.push(...(await rowsAt(index, known, size)));
    if (size === COMPARED_SIZE) rows.push(...(await rowsBeside(index, known)));
  }
  const dayOf = (round: number) => {
    const from = largest + round * PAPERS_A_DAY;
    return papers.slice(from, from + PAPERS_A_DAY);
  };
  const days = await inTurn(
    DAYS,
    (round) => growIndex(index, dayOf(round)),
    async (round) => timeMinisearch(dayOf(round)),
  );
  rows.push(
    timesRow(
      `a day of ${PAPERS_A_DAY} more, at 100,000`,
      days,
      GOALS.day,
      'a new minisearch index of that day',
    ),
  );
  return rows;
}
