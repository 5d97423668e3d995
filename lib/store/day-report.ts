import type { AnnouncementDate, ArxivId, ReadingState } from '../paper';
import { type Report, reportOn } from './papers';
import { readingStates } from './reading-states';
import type { LensDatabase } from './schema';

export interface DayReport {
  report: Report;
  states: ReadonlyMap<ArxivId, ReadingState>;
}

/** A day's report with what the reader made of its papers, all of one moment. */
export async function dayReport(db: LensDatabase, date: AnnouncementDate): Promise<DayReport> {
  return db.transaction('r', db.digests, db.entries, db.papers, db.readingStates, async () => {
    const report = await reportOn(db, date);
    const ids = report.entries.map(({ paper }) => paper.id);
    return { report, states: await readingStates(db, ids) };
  });
}

export interface DayCount {
  papers: number;
  unread: number;
}

/** Of the days that begin so, `2025-04` or a whole day: how many papers they list, each once a day. Hidden ones count as read. */
export async function countDays(
  db: LensDatabase,
  beginning: string,
): Promise<Map<AnnouncementDate, DayCount>> {
  return db.transaction('r', db.outlines, db.readingStates, async () => {
    const outlines = await db.outlines.where('key').startsWith(beginning).toArray();
    const idsOf = new Map<AnnouncementDate, Set<ArxivId>>();
    for (const { key, ids } of outlines) {
      const day = key.slice(0, 'YYYY-MM-DD'.length);
      const known = idsOf.get(day) ?? new Set();
      for (const id of ids) known.add(id);
      idsOf.set(day, known);
    }
    const states = await readingStates(db, [...new Set([...idsOf.values()].flatMap((ids) => [...ids]))]);
    const isUnread = (id: ArxivId) => !states.get(id)?.read && !states.get(id)?.hidden;
    return new Map(
      [...idsOf].map(([day, ids]) => [day, { papers: ids.size, unread: [...ids].filter(isUnread).length }]),
    );
  });
}
