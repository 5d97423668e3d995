import type { LensDatabase } from '../database';
import { indexTransaction } from '../index-tables';
import type { ImportState } from '../records';

/** What is stored, in numbers only: titles and file names stay out of it. */
export interface StoreCounts {
  /** The version of the database. */
  version: number;
  papers: number;
  digests: number;
  entries: number;
  readingStates: number;
  days: number;
  imports: Map<ImportState, number>;
  /** How many files were read in each format; files of no known format count under `none`. */
  formats: Map<string, number>;
  /** How often each problem's code was noted, the codes of the latest imports first. */
  problems: Map<string, number>;
  index: IndexCounts | undefined;
}

interface IndexCounts {
  version: number;
  papers: number;
  parts: number;
  segments: number;
  removals: number;
  isRebuilding: boolean;
}

export async function countAll(db: LensDatabase): Promise<StoreCounts> {
  const { papers, digests, entries, readingStates, imports } = db;
  const formats = new Map<string, number>();
  const problems = new Map<string, number>();
  await db.readings.reverse().each((reading) => {
    add(formats, reading.format ?? 'none');
    for (const { code } of reading.problems) add(problems, code);
  });
  const states = new Map<ImportState, number>();
  await imports.each(({ state }) => add(states, state));
  return {
    version: db.verno,
    papers: await papers.count(),
    digests: await digests.count(),
    entries: await entries.count(),
    readingStates: await readingStates.count(),
    days: (await digests.orderBy('date').uniqueKeys()).length,
    imports: states,
    formats,
    problems,
    index: await countIndex(db),
  };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function countIndex(db: LensDatabase): Promise<IndexCounts | undefined> {
  const state = await indexTransaction(db).state();
  if (!state) return undefined;
  const kinds = state.units.map(({ kind }) => kind);
  return {
    version: state.version,
    papers: state.units.reduce((sum, unit) => sum + unit.papers, 0),
    parts: kinds.filter((kind) => kind === 'part').length,
    segments: kinds.filter((kind) => kind === 'segment').length,
    removals: state.removals.length,
    isRebuilding: state.rebuilding !== undefined,
  };
}
