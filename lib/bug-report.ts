import { printBytes, type StorageSpace } from './browser/storage-space';
import type { StoreCounts } from './store/views/counts';

interface BugReportFacts {
  /** The version of the extension. */
  extension: string;
  /** The browser's name for itself. */
  browser: string;
  space: StorageSpace;
  lastBackup: number | undefined;
}

/** How many kinds of problems are listed, the latest first. */
const MOST_PROBLEMS = 10;

/**
 * The state of the extension as text to paste into a bug report. It is in English, as bug reports are, and names no
 * paper and no file.
 */
export function bugReport(
  counts: StoreCounts,
  { extension, browser, space, lastBackup }: BugReportFacts,
): string {
  const { used, left, kept } = space;
  const backup = lastBackup === undefined ? 'none' : new Date(lastBackup).toISOString().slice(0, 10);
  const problems = [...counts.problems].slice(0, MOST_PROBLEMS);
  return [
    `Digest Lens ${extension}`,
    `Browser: ${browser}`,
    `Database: version ${counts.version}; ${listed({
      papers: counts.papers,
      digests: counts.digests,
      days: counts.days,
      entries: counts.entries,
      'reading states': counts.readingStates,
    })}`,
    `Imports: ${listed(Object.fromEntries(counts.imports)) || 'none'}`,
    `Index: ${indexLine(counts)}`,
    `Storage: ${used === undefined ? '?' : printBytes(used, 'en')} used, ${left === undefined ? '?' : printBytes(left, 'en')} left, ${kept ? 'kept' : 'not kept'}`,
    `Last backup: ${backup}`,
    `Formats: ${listed(Object.fromEntries(counts.formats)) || 'none'}`,
    `Problems:${problems.length === 0 ? ' none' : ''}`,
    ...problems.map(([message, times]) => `  ${times} × ${message}`),
  ].join('\n');
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function indexLine({ index }: StoreCounts): string {
  if (!index) return 'none';
  const { version, papers, parts, segments, removals, isRebuilding } = index;
  const state = isRebuilding ? '; being rebuilt' : '';
  return `version ${version}; ${listed({ papers, segments, parts, removals })}${state}`;
}
