import { paragraph, t } from '../../lib/i18n/translate';
import { importName, progressSummary } from '../../lib/import/wording';
import type { StoredImport } from '../../lib/store/records';

export interface JobActionsProps {
  job: StoredImport;
  onPause: (importId: number) => void;
  onResume: (importId: number) => void;
  onCancel: (importId: number) => void;
}

/** What the reader can do about an import under way. An undo cannot be cancelled: it would leave half an import. */
export function JobActions({ job, onPause, onResume, onCancel }: JobActionsProps) {
  const { id, state, paused } = job;
  const name = importName(job);
  return (
    <p class="actions">
      {paused === undefined ? (
        <button
          type="button"
          class="button"
          aria-label={t('import_pauseNamed', name)}
          onClick={() => onPause(id)}
        >
          {t('import_pause')}
        </button>
      ) : (
        <button
          type="button"
          class="button main"
          aria-label={t('import_resumeNamed', name)}
          onClick={() => onResume(id)}
        >
          {t('import_resume')}
        </button>
      )}
      {state !== 'undoing' && (
        <button
          type="button"
          class="button"
          aria-label={t('import_cancelNamed', name)}
          onClick={() => onCancel(id)}
        >
          {t('import_cancel')}
        </button>
      )}
      {state === 'running' && (
        <span class="hint">
          {paragraph(t('import_storedStays'), paused === undefined ? t('import_mayClose') : undefined)}
        </span>
      )}
    </p>
  );
}

export function JobProgress({ job }: { job: StoredImport }) {
  const { state, filesRead, filesFound, progress } = job;
  if (state === 'reading')
    return filesFound === undefined ? null : <progress value={filesRead} max={filesFound} />;
  return progress ? <progress value={progress.papersStored} max={progress.papers} /> : null;
}

interface ImportJobsProps extends Omit<JobActionsProps, 'job'> {
  jobs: readonly StoredImport[];
  onShow: (importId: number) => void;
}

/** The imports that are under way or wait beside the one the page is about. */
export function ImportJobs({ jobs, onShow, ...actions }: ImportJobsProps) {
  return (
    <section aria-labelledby="jobs">
      <h3 id="jobs">{t('import_others')}</h3>
      <ul class="jobs">
        {jobs.map((job) => (
          <li key={job.id}>
            <p class="name">{importName(job)}</p>
            {job.state === 'ready' ? (
              <p class="actions">
                <button
                  type="button"
                  class="button"
                  aria-label={t('import_lookAtNamed', importName(job))}
                  onClick={() => onShow(job.id)}
                >
                  {t('import_lookAt')}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={t('import_discardNamed', importName(job))}
                  onClick={() => actions.onCancel(job.id)}
                >
                  {t('import_discard')}
                </button>
                <span class="hint">{t('import_readOnly')}</span>
              </p>
            ) : (
              <>
                <p>{progressSummary(job)}</p>
                <JobProgress job={job} />
                <JobActions job={job} {...actions} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
