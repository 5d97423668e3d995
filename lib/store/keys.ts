import type { AnnouncementDate } from '../paper';

/** The facts that tell one digest from another. */
interface DigestName {
  date: AnnouncementDate;
  title?: string;
  subject?: string;
}

/**
 * Two files hold the same digest when day, title and subject agree, whatever the files are called. The caller takes
 * the day out of the title, so that `Report 10-Apr-2025` and `Report` are one.
 */
export function digestKey({ date, title = '', subject = '' }: DigestName): string {
  const folded = [title, subject].map((text) => text.normalize('NFKC').trim().toLowerCase());
  return [date, ...folded].join('|');
}

/** The days of these digest keys, each day once. */
export const daysOf = (keys: readonly string[]): AnnouncementDate[] => [
  ...new Set(keys.map((key) => key.slice(0, 'YYYY-MM-DD'.length))),
];

/** The name of the extension's IndexedDB, for scripts that are too small to load `database.ts`. */
export const DATABASE_NAME = 'digest-lens';
