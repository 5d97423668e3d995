import { useEffect, useState } from 'preact/hooks';
import { FirstSteps } from '../../components/options/first-steps';
import { ImportJobs } from '../../components/options/import-jobs';
import { PastImports } from '../../components/options/past-imports';
import { SectionLinks } from '../../components/options/section-links';
import { logError } from '../../lib/browser/log-error';
import { t, tn } from '../../lib/i18n/translate';
import type { LensDatabase } from '../../lib/store/database';
import { AT_WORK, cancelImport, pauseImport, resumeImport, setDate } from '../../lib/store/jobs/imports';
import type { StoredImport } from '../../lib/store/records';
import { type RebuildProgress, watchJobs, watchPastImports, watchRebuild } from '../../lib/store/watch';
import { ImportSection } from './import-section';
import { Preferences } from './preferences';
import { order, useImport, useWaking } from './use-import';
import { YourData } from './your-data';

const WAKE_MS = 5000;

export function App({ db }: { db: LensDatabase }) {
  const page = useImport(db);
  const { past, jobs, rebuild } = useWatched(db);
  useWaking('wake', jobs.some(isWorking), WAKE_MS);
  const actions = {
    onPause: (id: number) => void pauseImport(db, id, 'reader').catch(logError),
    onResume: (id: number) => void order(resumeImport(db, id)).catch(logError),
    onCancel: (id: number) => void cancelImport(db, id).catch(logError),
  };
  const others = jobs.filter(({ id }) => id !== page.id);
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
        <ImportSection
          page={page}
          actions={actions}
          isFirst={past?.length === 0}
          onDate={(position, date) => {
            if (page.id !== undefined) setDate(db, page.id, position, date).catch(logError);
          }}
        />
        {others.length > 0 && <ImportJobs jobs={others} onShow={page.show} {...actions} />}
        {rebuild && <p class="lead">{tn('options_rebuilding', rebuild.papers, rebuild.indexed)}</p>}
        {past?.length === 0 && page.row === undefined && <FirstSteps onSample={page.chooseSample} />}
        {past !== undefined && past.length > 0 && <PastImports imports={past} onUndo={page.undo} />}
        <Preferences />
        <YourData db={db} imports={past?.length} />
      </main>
    </>
  );
}

const isWorking = ({ state, paused }: StoredImport): boolean =>
  AT_WORK.includes(state) && paused === undefined;

/** What the worker does and has done, as it is stored. */
function useWatched(db: LensDatabase) {
  const [past, setPast] = useState<StoredImport[]>();
  const [jobs, setJobs] = useState<StoredImport[]>([]);
  const [rebuild, setRebuild] = useState<RebuildProgress>();
  useEffect(() => watchPastImports(db, setPast), []);
  useEffect(() => watchJobs(db, setJobs), []);
  useEffect(() => watchRebuild(db, setRebuild), []);
  return { past, jobs, rebuild };
}
