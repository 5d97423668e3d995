import type { AnnouncementDate, ArxivId, ReadingState } from '../paper';
import { recordsOf } from './by-stretches';
import { days, type Report } from './papers';
import { readingStates } from './reading-states';
import type { LensDatabase, StoredDigest, StoredEntry } from './schema';

export interface DayReport {
  report: Report;
  states: ReadonlyMap<ArxivId, ReadingState>;
}

/** A day's report with what the reader made of its papers, all of one moment. */
export async function dayReport(db: LensDatabase, date: AnnouncementDate): Promise<DayReport> {
  // A digest's key begins with its day.
  const [from, to] = [`${date}|`, `${date}|\uffff`];
  return db.transaction('r', db.digests, db.entries, db.papers, db.readingStates, async () => {
    const [digests, listed] = await Promise.all([
      db.digests.where('key').between(from, to).toArray(),
      db.entries.where('[digest+id]').between([from], [to]).toArray(),
    ]);
    const merged = mergeEntries(digests, listed);
    const ids = [...merged.keys()];
    const [papers, states] = await Promise.all([recordsOf(db.papers, ids), readingStates(db, ids)]);
    const entries = [...merged.values()].flatMap(({ entry, subjects }) => {
      const paper = papers.get(entry.id);
      return paper ? [{ ...entry, paper, subjects: [...subjects] }] : [];
    });
    const titles = digests.flatMap((digest) => digest.title ?? []);
    return { report: { date, titles, paths: digests.map(({ path }) => path), entries }, states };
  });
}

/** Each paper once, in the order of the digests and of their entries. */
function mergeEntries(digests: readonly StoredDigest[], listed: readonly StoredEntry[]) {
  const merged = new Map<ArxivId, { entry: StoredEntry; subjects: Set<string> }>();
  for (const { key, subject: ofDigest } of digests) {
    const own = listed.filter(({ digest }) => digest === key);
    for (const entry of own.toSorted((a, b) => a.position - b.position)) {
      const row = merged.get(entry.id) ?? { entry, subjects: new Set() };
      row.entry = { ...entry, ...row.entry };
      const subject = entry.subject ?? ofDigest;
      if (subject) row.subjects.add(subject);
      merged.set(entry.id, row);
    }
  }
  return merged;
}

/** The days that have a report, with that of the one that is chosen of them, all of one moment. */
export async function firstReport(
  db: LensDatabase,
  choose: (days: readonly AnnouncementDate[]) => AnnouncementDate | undefined,
): Promise<{ days: AnnouncementDate[]; first: DayReport | undefined }> {
  return db.transaction('r', db.digests, db.entries, db.papers, db.readingStates, async () => {
    const all = await days(db);
    const day = choose(all);
    return { days: all, first: day === undefined ? undefined : await dayReport(db, day) };
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
