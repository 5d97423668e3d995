import { printDay } from './print-day';
import type { Problem } from './paper';
import type { ImportState, PauseReason, StoredImport, StoredReading } from './store/schema';

/** What the options page's status says, in one sentence or two for each state of an import. */
export function summaryOf(row: StoredImport, readings: readonly StoredReading[]): string {
  switch (row.state) {
    case 'reading':
    case 'running':
    case 'undoing':
      return progressSummary(row);
    case 'ready':
      return readySummary(readings);
    case 'done':
      return doneSummary(row, readings);
    case 'failed':
      return row.failure === undefined ? nothingSummary(readings) : `The import stopped: ${row.failure}`;
  }
}

const VERBS = { reading: 'Reading', running: 'Importing', undoing: 'Undoing' };

/** How far an import under way has come; where something stopped it, what. */
export function progressSummary(row: StoredImport): string {
  const { state, paused, hindrance } = row;
  if (state !== 'reading' && state !== 'running' && state !== 'undoing') return '';
  const start = `${paused === 'reader' ? 'Paused' : VERBS[state]}: ${progressCounts(row)}`;
  if (paused === undefined && hindrance === undefined) return `${start}.${timeLeft(row)}`;
  return [`${start}.`, hindrance].filter(Boolean).join(' ');
}

function progressCounts({ state, filesRead, filesFound, progress }: StoredImport): string {
  if (state === 'reading')
    return filesFound === undefined
      ? `${count(filesRead, 'file')} read`
      : `${number(filesRead)} of ${count(filesFound, 'file')} read`;
  if (!progress) return 'going on';
  const { files, filesStored, papers, papersStored } = progress;
  if (state === 'undoing') return `${number(papersStored)} of ${count(papers, 'paper')} left`;
  return `${number(filesStored)} of ${count(files, 'file')}, ${number(papersStored)} of ${count(papers, 'paper')} stored`;
}

/** Below this a rate is not known well enough to foretell anything. */
const MEASURED_MS = 2000;

/** From the rate so far: `About 40 seconds left.` */
function timeLeft({ state, progress }: StoredImport): string {
  if (state !== 'running' || !progress || progress.took < MEASURED_MS || progress.papersStored === 0)
    return '';
  const seconds = ((progress.papers - progress.papersStored) * progress.took) / progress.papersStored / 1000;
  if (seconds > 90) return ` About ${number(Math.round(seconds / 60))} minutes left.`;
  return ` About ${count(Math.max(1, Math.round(seconds)), 'second')} left.`;
}

/** What fits upon the toolbar icon. */
export function badgeOf({ state, progress }: StoredImport): string {
  if (!progress || progress.papers === 0) return '…';
  const share = progress.papersStored / progress.papers;
  return `${Math.floor(100 * (state === 'undoing' ? 1 - share : share))}%`;
}

/** Names under which browsers and the database report that the disk, or the room allowed on it, is full. */
const FULL = /quota|no_device_space|not enough (?:disk )?space|disk is full|full disk/i;

/** Why an import stopped at this file, for the reader; `cause` is what was thrown. */
export function hindranceOf(
  state: ImportState,
  path: string,
  cause: unknown,
): { reason: PauseReason; sentence: string } {
  const doing = state === 'reading' || state === 'undoing' ? VERBS[state] : VERBS.running;
  const whole = state === 'reading' ? '' : ' Every digest before it is whole.';
  if (FULL.test(String(cause)))
    return {
      reason: 'full disk',
      sentence: `The disk is full: ${doing.toLowerCase()} stopped at ${path}.${whole} It goes on by itself when there is room.`,
    };
  return { reason: 'fault', sentence: `${doing} stopped at ${path}: ${String(cause)}.${whole}` };
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
  if (row.cancelled) {
    const left = row.digestsToStore - row.digestsStored;
    const rest = `Cancelled: ${count(left, 'digest')} ${left === 1 ? 'was' : 'were'} not imported.`;
    return `${start}: ${number(row.newPapers)} new. ${rest}`;
  }
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
