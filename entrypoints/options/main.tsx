import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FirstSteps } from '../../components/options/first-steps';
import { ImportForm } from '../../components/options/import-form';
import { ImportJobs, JobActions, JobProgress } from '../../components/options/import-jobs';
import { ImportPreview } from '../../components/options/import-preview';
import { PastImports } from '../../components/options/past-imports';
import { SectionLinks } from '../../components/options/section-links';
import { send } from '../../lib/browser/messages';
import { sampleDigest } from '../../lib/browser/own-files';
import { preparePage } from '../../lib/browser/prepare-page';
import { askToKeep } from '../../lib/browser/storage-space';
import { openPage } from '../../lib/browser/tabs';
import { inWords } from '../../lib/i18n/sentence';
import { paragraph, t, tn } from '../../lib/i18n/translate';
import { hindranceOf } from '../../lib/import/hindrance';
import { filesToStore, summaryOf } from '../../lib/import/wording';
import { LensDatabase } from '../../lib/store/database';
import {
  approveImport,
  AT_WORK,
  beginImport,
  beginUndo,
  cancelImport,
  type ChosenFile,
  discardImport,
  latestImport,
  pauseImport,
  resumeImport,
  setDate,
} from '../../lib/store/jobs/imports';
import type { StoredImport } from '../../lib/store/records';
import {
  type RebuildProgress,
  type WatchedImport,
  watchImport,
  watchJobs,
  watchPastImports,
  watchRebuild,
} from '../../lib/store/watch';
import { droppedFiles, filesOf } from './chosen-files';
import { Preferences } from './preferences';
import { YourData } from './your-data';

const db = new LensDatabase();

/** The state of the import section, for whoever drives the page. */
function pageState(row: StoredImport | undefined): 'idle' | 'running' | 'done' | 'failed' {
  if (row === undefined || row.state === 'ready' || row.paused === 'reader') return 'idle';
  if (row.state === 'done' || row.state === 'failed') return row.state;
  return row.paused === undefined ? 'running' : 'failed';
}

/** While this page watches an import, a worker that ended is woken after at most this long, and goes on. */
const WAKE_MS = 5000;

const NOTHING: WatchedImport = { row: undefined, readings: [] };

/** Why the chosen files could not even be handed over. */
function refusalOf(error: unknown): string {
  const { reason, hindrance } = hindranceOf('reading', t('import_chosenFiles'), error);
  return reason === 'full disk' ? t('import_noRoom') : paragraph(...hindrance.map(inWords));
}

/** Changes what the worker is to do, and has it look. */
async function order(change: Promise<void>): Promise<void> {
  await change;
  await send('wake');
}

function Options() {
  const [importId, setImportId] = useState<number>();
  const [news, setNews] = useState(NOTHING);
  // Why the chosen files could not even be handed over, such as a disk that is full.
  const [refusal, setRefusal] = useState<string>();
  const [rebuild, setRebuild] = useState<RebuildProgress>();
  const [past, setPast] = useState<StoredImport[]>();
  const [jobs, setJobs] = useState<StoredImport[]>([]);
  const { row, readings } = news;

  async function choose(picking: Promise<ChosenFile[]> | ChosenFile[]): Promise<void> {
    setRefusal(undefined);
    try {
      setNews(NOTHING);
      setImportId(undefined);
      setImportId(await beginImport(db, await picking, Date.now()));
      await send('wake');
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }

  const chooseSample = () => void choose(sampleDigest().then((file) => [file]));

  async function clear(): Promise<void> {
    if (importId !== undefined) await discardImport(db, importId);
    setImportId(undefined);
    setNews(NOTHING);
  }

  async function undo(id: number): Promise<void> {
    if (id === importId) await clear();
    await order(beginUndo(db, id));
  }

  const actions = {
    onPause: (id: number) => void pauseImport(db, id, 'reader'),
    onResume: (id: number) => void order(resumeImport(db, id)),
    onCancel: (id: number) => void cancelImport(db, id),
  };

  useEffect(() => watchPastImports(db, setPast), []);
  useEffect(() => watchJobs(db, setJobs), []);
  useEffect(() => watchRebuild(db, setRebuild), []);
  useEffect(() => (importId === undefined ? undefined : watchImport(db, importId, setNews)), [importId]);

  useEffect(() => {
    void send('wake');
    void latestImport(db).then((latest) => {
      // An import that is over is no news to a page that has just been opened.
      if (latest && latest.state !== 'done' && latest.state !== 'failed') setImportId(latest.id);
    });
    if (location.hash === '#sample') chooseSample();
  }, []);

  const isWorking = jobs.some(({ state, paused }) => AT_WORK.includes(state) && paused === undefined);
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setInterval(() => void send('wake'), WAKE_MS);
    return () => clearInterval(timer);
  }, [isWorking]);

  const state = refusal === undefined ? pageState(row) : 'failed';
  const files = filesToStore(readings);
  const isAtWork = row !== undefined && AT_WORK.includes(row.state);
  const isWaiting =
    row !== undefined &&
    !row.cancelled &&
    readings.some((reading) => reading.digests.some((digest) => !digest.stored));
  const others = jobs.filter(({ id }) => id !== importId);
  return (
    <>
      <SectionLinks
        sections={[
          ['import', t('options_import')],
          ['reading', t('options_reading')],
          ['arxiv-pages', t('options_arxivPages')],
          ['keyboard', t('options_keyboard')],
          ['your-data', t('options_yourData')],
        ]}
      />
      <main>
        <section data-import-state={state} aria-labelledby="import">
          <h2 id="import">{t('options_import')}</h2>
          <p class="lead">{t('import_lead')}</p>
          <ImportForm
            onChoose={(list) => void choose(filesOf(list))}
            onDrop={(transfer) => void choose(droppedFiles(transfer))}
          />
          <p role="status">{refusal ?? (row && summaryOf(row, readings))}</p>
          {isAtWork && <JobProgress job={row} />}
          {isAtWork && <JobActions job={row} {...actions} />}
          {isWaiting && (
            <p class="actions">
              <button
                type="button"
                class="button main"
                disabled={files === 0}
                onClick={() => {
                  // Firefox asks the reader, and only from a page; who has said no is not asked every time.
                  if (past?.length === 0) void askToKeep();
                  void order(approveImport(db, row.id));
                }}
              >
                {files > 0 ? tn('import_go', files) : t('import_goNone')}
              </button>
              <button type="button" class="button" onClick={() => void clear()}>
                {t('import_clear')}
              </button>
            </p>
          )}
          {state === 'done' && (
            <p class="actions">
              <button type="button" class="button main" onClick={() => void openPage('library.html')}>
                {t('command_library')}
              </button>
            </p>
          )}
          {readings.length > 0 && (
            <ImportPreview
              readings={readings}
              onDate={(position, date) =>
                importId !== undefined && void setDate(db, importId, position, date)
              }
            />
          )}
        </section>
        {others.length > 0 && <ImportJobs jobs={others} onShow={setImportId} {...actions} />}
        {rebuild && <p class="lead">{tn('options_rebuilding', rebuild.papers, rebuild.indexed)}</p>}
        {past?.length === 0 && row === undefined && <FirstSteps onSample={chooseSample} />}
        {past !== undefined && past.length > 0 && (
          <PastImports imports={past} onUndo={(id) => void undo(id)} />
        )}
        <Preferences />
        <YourData db={db} imports={past?.length} />
      </main>
    </>
  );
}

const root = document.getElementById('app');
if (root) {
  void preparePage().then(() => {
    document.title = t('options_title');
    render(<Options />, root);
  });
}
