import { printDay } from './print-day';
import type { Problem } from './paper';
import type { StoredImport, StoredReading } from './store/schema';

/** What the options page's status says, in one sentence for each state of an import. */
export function summaryOf(row: StoredImport, readings: readonly StoredReading[]): string {
  switch (row.state) {
    case 'reading':
      return `Reading: ${count(row.filesRead, 'file')} read.`;
    case 'ready':
      return readySummary(readings);
    case 'running':
      return `Importing: ${row.digestsStored} of ${count(row.digestsToStore, 'digest')} stored, ${number(row.newPapers)} new papers.`;
    case 'done':
      return doneSummary(row, readings);
    case 'failed':
      return row.failure === undefined ? nothingSummary(readings) : `The import stopped: ${row.failure}`;
  }
}

/** How many files have a digest that can be stored now. */
export function filesToStore(readings: readonly StoredReading[]): number {
  return readings.filter((reading) => reading.digests.some((digest) => digest.date && !digest.stored)).length;
}

export function number(value: number): string {
  return value.toLocaleString('en');
}

function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function readySummary(readings: readonly StoredReading[]): string {
  const digests = readings.flatMap((reading) => reading.digests);
  const papers = new Set(digests.flatMap((digest) => digest.ids));
  const parts = [
    `${count(digests.length, 'digest')} with ${count(papers.size, 'paper')}.`,
    ...waitingSummary(readings),
  ];
  const other = readings.length - readings.filter((reading) => reading.digests.length > 0).length;
  if (other > 0) parts.push(`${count(other, 'file')} ${other === 1 ? 'is no digest' : 'are no digests'}.`);
  return parts.join(' ');
}

/** A sentence about the files that still want a date, if there are any. */
function waitingSummary(readings: readonly StoredReading[]): string[] {
  const waiting = readings.filter((reading) =>
    reading.digests.some((digest) => digest.date === undefined && !digest.stored),
  ).length;
  return waiting === 0 ? [] : [`${count(waiting, 'file')} ${waiting === 1 ? 'waits' : 'wait'} for a date.`];
}

function doneSummary(row: StoredImport, readings: readonly StoredReading[]): string {
  const stored = readings.flatMap((reading) => reading.digests.filter((digest) => digest.stored));
  const papers = row.papers ?? 0;
  const waiting = waitingSummary(readings);
  // The number comes first and the noun stays plural: other programs read this line.
  const start = `Imported ${number(papers)} papers from ${namesOf(stored)}`;
  if (stored.every((digest) => !digest.changed)) {
    const before = stored.length === 1 ? 'this digest was' : 'these digests were';
    return [`${start}: nothing new, ${before} imported before.`, ...waiting].join(' ');
  }
  const known = Math.max(0, papers - row.newPapers);
  return [`${start}: ${number(row.newPapers)} new, ${number(known)} already known.`, ...waiting].join(' ');
}

function namesOf(digests: StoredReading['digests']): string {
  const [only] = digests;
  if (!only || digests.length > 1) return count(digests.length, 'digest');
  const day = only.date === undefined ? '' : printDay(only.date);
  return [only.title, only.subject, day].filter(Boolean).join(', ');
}

function nothingSummary(readings: readonly StoredReading[]): string {
  const [first] = readings;
  if (!first) return 'Nothing was imported: there is no digest file among these.';
  if (readings.length > 1)
    return `Nothing was imported: none of ${count(readings.length, 'file')} is a digest.`;
  return `Nothing was imported. ${first.path}: ${sentenceOf(first.problems[0])}`;
}

function sentenceOf(problem: Problem | undefined): string {
  if (!problem) return 'No arXiv paper was found in it.';
  return problem.line === undefined ? problem.message : `line ${problem.line}: ${problem.message}`;
}
