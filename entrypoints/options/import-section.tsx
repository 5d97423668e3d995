import { ImportForm } from '../../components/options/import-form';
import { JobActions, type JobActionsProps, JobProgress } from '../../components/options/import-jobs';
import { ImportPreview } from '../../components/options/import-preview';
import { askToKeep } from '../../lib/browser/storage-space';
import { openPage } from '../../lib/browser/tabs';
import { t, tn } from '../../lib/i18n/translate';
import { filesToStore, pageState, summaryOf } from '../../lib/import/wording';
import type { AnnouncementDate } from '../../lib/paper';
import { AT_WORK } from '../../lib/store/jobs/imports';
import { droppedFiles, filesOf } from './chosen-files';
import type { PageImport } from './use-import';

interface ImportSectionProps {
  page: PageImport;
  actions: Omit<JobActionsProps, 'job'>;
  /** Nothing has been imported before. */
  isFirst: boolean;
  onDate: (position: number, date: AnnouncementDate) => void;
}

/** From choosing files to what they have added. */
export function ImportSection({ page, actions, isFirst, onDate }: ImportSectionProps) {
  const { row, readings, refusal } = page;
  const state = refusal === undefined ? pageState(row) : 'failed';
  const isAtWork = row !== undefined && AT_WORK.includes(row.state);
  return (
    <section data-import-state={state} aria-labelledby="import">
      <h2 id="import">{t('options_import')}</h2>
      <p class="lead">{t('import_lead')}</p>
      <ImportForm
        onChoose={(list) => page.choose(filesOf(list))}
        onDrop={(transfer) => page.choose(droppedFiles(transfer))}
      />
      <p role="status">{refusal ?? (row && summaryOf(row, readings))}</p>
      {isAtWork && <JobProgress job={row} />}
      {isAtWork && <JobActions job={row} {...actions} />}
      <Approval page={page} isFirst={isFirst} />
      {state === 'done' && (
        <p class="actions">
          <button type="button" class="button main" onClick={() => void openPage('library.html')}>
            {t('command_library')}
          </button>
        </p>
      )}
      {readings.length > 0 && <ImportPreview readings={readings} onDate={onDate} />}
    </section>
  );
}

/** While something that was read is not stored: whether it shall be. */
function Approval({ page, isFirst }: Pick<ImportSectionProps, 'page' | 'isFirst'>) {
  const { row, readings } = page;
  const isWaiting = readings.some(({ digests }) => digests.some(({ stored }) => !stored));
  if (!row || row.cancelled || !isWaiting) return null;
  const files = filesToStore(readings);
  return (
    <p class="actions">
      <button
        type="button"
        class="button main"
        disabled={files === 0}
        onClick={() => {
          // Firefox asks the reader, and only from a page; who has said no is not asked every time.
          if (isFirst) void askToKeep();
          page.approve();
        }}
      >
        {files > 0 ? tn('import_go', files) : t('import_goNone')}
      </button>
      <button type="button" class="button" onClick={page.clear}>
        {t('import_clear')}
      </button>
    </p>
  );
}
