import { printDay } from '../days/print';
import { inWords } from '../i18n/sentence';
import { listed, paragraph, t, tn } from '../i18n/translate';
import type { Problem } from '../paper';
import type { StoredImport, StoredReading } from '../store/records';

/** What the status on the options page says of an import: one or two sentences for each state. */
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
      return nothingSummary(readings);
  }
}

/** The state of the options page's import section, for whoever drives the page. */
export function pageState(row: StoredImport | undefined): 'idle' | 'running' | 'done' | 'failed' {
  if (row === undefined || row.state === 'ready' || row.paused === 'reader') return 'idle';
  if (row.state === 'done' || row.state === 'failed') return row.state;
  return row.paused === undefined ? 'running' : 'failed';
}

/** How far an import under way has come and, if something stopped it, what that was. */
export function progressSummary(row: StoredImport): string {
  const { state, paused, hindrance } = row;
  if (state !== 'reading' && state !== 'running' && state !== 'undoing') return '';
  const progress = t(paused === 'reader' ? 'import_paused' : DOING[state], progressCounts(row));
  return paused === undefined && hindrance === undefined
    ? paragraph(progress, timeLeft(row))
    : paragraph(progress, ...(hindrance ?? []).map(inWords));
}

const DOING = {
  reading: 'import_reading',
  running: 'import_running',
  undoing: 'import_undoing',
} as const;

function progressCounts({ state, filesRead, filesFound, progress }: StoredImport): string {
  if (state === 'reading')
    return filesFound === undefined
      ? tn('import_filesRead', filesRead)
      : tn('import_filesReadOf', filesFound, filesRead);
  if (!progress) return t('import_goingOn');
  const { files, filesStored, papers, papersStored } = progress;
  if (state === 'undoing') return tn('import_papersLeft', papers, papersStored);
  return t(
    'import_stored',
    tn('import_filesOf', files, filesStored),
    tn('import_papersStored', papers, papersStored),
  );
}

/** Milliseconds. After less time the rate is not known well enough to tell how much is left. */
const MEASURED_MS = 2000;

/** The time left, from the rate so far: `About 40 seconds left.` */
function timeLeft({ state, progress }: StoredImport): string {
  if (state !== 'running' || !progress || progress.took < MEASURED_MS || progress.papersStored === 0)
    return '';
  const seconds = ((progress.papers - progress.papersStored) * progress.took) / progress.papersStored / 1000;
  if (seconds > 90) return tn('import_minutesLeft', Math.round(seconds / 60));
  return tn('import_secondsLeft', Math.max(1, Math.round(seconds)));
}

/** How many files have a digest that can be stored. */
export function filesToStore(readings: readonly StoredReading[]): number {
  return readings.filter((reading) => reading.digests.some((digest) => digest.date && !digest.stored)).length;
}

function readySummary(readings: readonly StoredReading[]): string {
  const digests = readings.flatMap((reading) => reading.digests);
  const papers = new Set(digests.flatMap((digest) => digest.ids));
  const other = readings.length - readings.filter((reading) => reading.digests.length > 0).length;
  return paragraph(
    t('import_found', tn('digests', digests.length), tn('papers', papers.size)),
    waitingSummary(readings),
    other > 0 ? tn('import_noDigests', other) : undefined,
  );
}

/** A sentence about the files that still need a date, if there are any. */
function waitingSummary(readings: readonly StoredReading[]): string | undefined {
  const waiting = readings.filter((reading) =>
    reading.digests.some((digest) => digest.date === undefined && !digest.stored),
  ).length;
  return waiting === 0 ? undefined : tn('import_waiting', waiting);
}

function doneSummary(row: StoredImport, readings: readonly StoredReading[]): string {
  const stored = readings.flatMap((reading) => reading.digests.filter((digest) => digest.stored));
  const papers = row.papers ?? 0;
  const from = namesOf(stored);
  if (row.cancelled) {
    const left = row.digestsToStore - row.digestsStored;
    return paragraph(
      t('import_doneCancelled', tn('papers', papers), from, row.newPapers),
      tn('import_notImported', left),
    );
  }
  const done = stored.every((digest) => !digest.changed)
    ? tn('import_doneBefore', stored.length, tn('papers', papers), from)
    : t('import_done', tn('papers', papers), from, row.newPapers, Math.max(0, papers - row.newPapers));
  return paragraph(done, waitingSummary(readings));
}

function namesOf(digests: StoredReading['digests']): string {
  const [only] = digests;
  if (!only || digests.length > 1) return tn('digests', digests.length);
  const day = only.date === undefined ? '' : printDay(only.date);
  return listed([only.title, only.subject, day]);
}

function nothingSummary(readings: readonly StoredReading[]): string {
  const [first] = readings;
  if (!first) return t('import_noFiles');
  if (readings.length > 1) return tn('import_noneIsDigest', readings.length);
  return t('import_fileIsNone', first.path, problemInWords(first.problems[0]));
}

/** A problem in words, with its line if one is known. Without a problem it says that the file holds no paper. */
export function problemInWords(problem: Problem | undefined): string {
  if (!problem) return t('import_noPaper');
  const words = inWords(problem);
  return problem.line === undefined ? words : t('import_inLine', problem.line, words);
}

/** What was chosen, in a few words: `README.md and 2 more`. */
export function importName({ name, otherFiles = 0 }: StoredImport): string {
  return otherFiles === 0 ? name : tn('import_andMore', otherFiles, name);
}
