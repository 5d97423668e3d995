import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ImportForm } from '../../components/import-form';
import { ImportPreview } from '../../components/import-preview';
import { LensIcon } from '../../components/lens-icon';
import { PastImports } from '../../components/past-imports';
import { filesToStore, number, summaryOf } from '../../lib/import-summary';
import { send } from '../../lib/messages';
import { sampleReport } from '../../lib/platform';
import {
  approveImport,
  beginImport,
  type ChosenFile,
  clearWaiting,
  latestImport,
  setDate,
} from '../../lib/store/imports';
import { type ImportState, LensDatabase, type StoredImport } from '../../lib/store/schema';
import {
  type ImportNews,
  type RebuildProgress,
  watchImport,
  watchPastImports,
  watchRebuild,
} from '../../lib/store/watch';
import { droppedFiles, filesOf } from './chosen-files';

const db = new LensDatabase();

const PAGE_STATE: Record<ImportState, 'idle' | 'running' | 'done' | 'failed'> = {
  reading: 'running',
  ready: 'idle',
  running: 'running',
  done: 'done',
  failed: 'failed',
};

/** While this page watches an import, a worker that ended is woken after at most this long, and goes on. */
const WAKE_MS = 5000;

const NOTHING: ImportNews = { row: undefined, readings: [] };

function Options() {
  const [importId, setImportId] = useState<number>();
  const [news, setNews] = useState(NOTHING);
  // Why the chosen files could not even be handed over, such as a disk that is full.
  const [refusal, setRefusal] = useState<string>();
  const [rebuild, setRebuild] = useState<RebuildProgress>();
  const [past, setPast] = useState<StoredImport[]>([]);
  const { row, readings } = news;

  async function choose(picking: Promise<ChosenFile[]> | ChosenFile[]): Promise<void> {
    setNews(NOTHING);
    setRefusal(undefined);
    try {
      const id = await beginImport(db, await picking, Date.now());
      setImportId(id);
      await send('readImport', id);
    } catch (error) {
      setRefusal(`These files could not be taken over: ${String(error)}`);
    }
  }

  async function store(id: number): Promise<void> {
    await approveImport(db, id);
    await send('storeImport', id);
  }

  async function clear(): Promise<void> {
    await clearWaiting(db);
    setImportId(undefined);
    setNews(NOTHING);
  }

  async function undo(id: number): Promise<void> {
    await send('undoImport', id);
    if (id === importId) await clear();
  }

  useEffect(() => watchPastImports(db, setPast), []);
  useEffect(() => watchRebuild(db, setRebuild), []);
  useEffect(() => (importId === undefined ? undefined : watchImport(db, importId, setNews)), [importId]);

  useEffect(() => {
    void send('wake');
    void latestImport(db).then((latest) => {
      // An import that is over is no news to a page that has just been opened.
      if (latest && latest.state !== 'done' && latest.state !== 'failed') setImportId(latest.id);
    });
    if (location.hash === '#sample') void choose(sampleReport().then((file) => [file]));
  }, []);

  const isWorking = row?.state === 'reading' || row?.state === 'running';
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setInterval(() => void send('wake'), WAKE_MS);
    return () => clearInterval(timer);
  }, [isWorking]);

  const state = refusal === undefined ? PAGE_STATE[row?.state ?? 'ready'] : 'failed';
  const files = filesToStore(readings);
  const isWaiting =
    row !== undefined && readings.some((reading) => reading.digests.some((digest) => !digest.stored));
  return (
    <>
      <header>
        <LensIcon />
        Digest Lens
      </header>
      <main>
        <section data-import-state={state} aria-labelledby="import">
          <h1 id="import">Import</h1>
          <p class="lead">Bring in the reports you get. Nothing is stored until you press Import.</p>
          <ImportForm
            onChoose={(list) => void choose(filesOf(list))}
            onDrop={(transfer) => void choose(droppedFiles(transfer))}
          />
          <p role="status">{refusal ?? (row && summaryOf(row, readings))}</p>
          {row?.state === 'running' && <progress value={row.digestsStored} max={row.digestsToStore} />}
          {row?.state === 'running' && <p class="lead">You may close this page; the import goes on.</p>}
          {isWaiting && (
            <p class="actions">
              <button
                type="button"
                class="button main"
                disabled={files === 0}
                onClick={() => void store(row.id)}
              >
                Import {files > 0 && (files === 1 ? '1 file' : `${files} files`)}
              </button>
              <button type="button" class="button" onClick={() => void clear()}>
                Clear
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
        {rebuild && (
          <p class="lead">
            Rebuilding the index for search and related papers: {number(rebuild.indexed)} of{' '}
            {number(rebuild.papers)} papers.
          </p>
        )}
        {past.length > 0 && <PastImports imports={past} onUndo={(id) => void undo(id)} />}
      </main>
    </>
  );
}

const root = document.getElementById('app');
if (root) render(<Options />, root);
