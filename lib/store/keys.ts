import type { AnnouncementDate } from '../paper';

/** What tells one digest from another. */
export interface DigestName {
  date: AnnouncementDate;
  title?: string;
  subject?: string;
}

/**
 * Two files are the same digest when day, title and subject agree, whatever file they came in.
 * The day is taken out of the title by the caller, so that `Report 10-Apr-2025` and `Report` are one.
 */
export function digestKey({ date, title = '', subject = '' }: DigestName): string {
  const folded = [title, subject].map((text) => text.normalize('NFKC').trim().toLowerCase());
  return [date, ...folded].join('|');
}

/** Of digests by their keys, each day once. */
export const daysOf = (keys: readonly string[]): AnnouncementDate[] => [
  ...new Set(keys.map((key) => key.slice(0, 'YYYY-MM-DD'.length))),
];

/** Of the extension's IndexedDB, for scripts that are too small for `database.ts`. */
export const DATABASE_NAME = 'digest-lens';
