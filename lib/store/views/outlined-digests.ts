import type { AnnouncementDate, ArxivId } from '../../paper';
import type { LensDatabase } from '../database';
import type { OutlineHeading } from '../records';

/** A digest with what it lists. */
export interface OutlinedDigest {
  key: string;
  date: AnnouncementDate;
  subject?: string;
  /** The digest's title, or else the name of the import that brought it, or else its path. */
  source: string;
  ids: readonly ArxivId[];
  headings: readonly OutlineHeading[];
}

/** All digests that list something, the latest first. */
export async function outlinedDigests(db: LensDatabase): Promise<OutlinedDigest[]> {
  return db.transaction('r', db.digests, db.outlines, db.imports, async () => {
    const [digests, outlines, imports] = await Promise.all([
      db.digests.toArray(),
      db.outlines.toArray(),
      db.imports.toArray(),
    ]);
    const outlineWith = new Map(outlines.map((outline) => [outline.key, outline]));
    const nameOf = new Map(imports.map(({ id, name }) => [id, name]));
    return digests
      .flatMap(({ key, date, title, subject, path, importId }): OutlinedDigest[] => {
        const outline = outlineWith.get(key);
        if (!outline) return [];
        const { ids, headings = [] } = outline;
        const source = title ?? nameOf.get(importId) ?? path;
        return [{ key, date, source, ids, headings, ...(subject !== undefined && { subject }) }];
      })
      .toSorted((a, b) => b.date.localeCompare(a.date) || a.key.localeCompare(b.key));
  });
}
