import { progressSummary } from '../lib/import-summary';
import type { StoredImport } from '../lib/store/schema';

export interface JobActionsProps {
  job: StoredImport;
  onPause: (importId: number) => void;
  onResume: (importId: number) => void;
  onCancel: (importId: number) => void;
}

/** What the reader can do about an import under way. An undo is not cancelled: half an import would be left. */
export function JobActions({ job, onPause, onResume, onCancel }: JobActionsProps) {
  const { id, name, state, paused } = job;
  return (
    <p class="actions">
      {paused === undefined ? (
        <button type="button" class="button" aria-label={`Pause ${name}`} onClick={() => onPause(id)}>
          Pause
        </button>
      ) : (
        <button type="button" class="button main" aria-label={`Resume ${name}`} onClick={() => onResume(id)}>
          Resume
        </button>
      )}
      {state !== 'undoing' && (
        <button type="button" class="button" aria-label={`Cancel ${name}`} onClick={() => onCancel(id)}>
          Cancel
        </button>
      )}
      {state === 'running' && (
        <span class="hint">What is stored stays.{paused === undefined && ' You may close this page.'}</span>
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

export interface ImportJobsProps extends Omit<JobActionsProps, 'job'> {
  jobs: readonly StoredImport[];
  onShow: (importId: number) => void;
}

/** The imports that are under way or wait beside the one the page is about. */
export function ImportJobs({ jobs, onShow, ...actions }: ImportJobsProps) {
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">Also under way</h2>
      <ul class="jobs">
        {jobs.map((job) => (
          <li key={job.id}>
            <p class="name">{job.name}</p>
            {job.state === 'ready' ? (
              <p class="actions">
                <button
                  type="button"
                  class="button"
                  aria-label={`Look at ${job.name}`}
                  onClick={() => onShow(job.id)}
                >
                  Look at it
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={`Discard ${job.name}`}
                  onClick={() => actions.onCancel(job.id)}
                >
                  Discard
                </button>
                <span class="hint">Read, and not imported yet.</span>
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
