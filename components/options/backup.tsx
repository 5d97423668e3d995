import { restoreSummary } from '../../lib/backup/restore-wording';
import { printMoment } from '../../lib/days/print';
import { paragraph, t, tn } from '../../lib/i18n/translate';
import type { StoredRestore } from '../../lib/store/records';

/** What the browser says of the room on this disk, in words. Absent where it does not say. */
export interface PrintedSpace {
  used: string | undefined;
  left: string | undefined;
  /** The browser has promised not to clear it when the disk is nearly full. */
  kept: boolean;
}

interface BackupProps {
  space: PrintedSpace | undefined;
  /** Imports since the last backup, once they are many. */
  importsAtRisk: number | undefined;
  lastBackup: number | undefined;
  /** A backup is being made. */
  isMaking: boolean;
  /** Why none could be made. */
  failure: string | undefined;
  restore: StoredRestore | undefined;
  onBackup: () => void;
  onRestore: (file: File) => void;
  onGoOn: () => void;
  onKeep: () => void;
}

/** Where the reader's data is, how to save it and how to get it back. */
export function Backup(props: BackupProps) {
  const { space, importsAtRisk, lastBackup, isMaking, failure, restore } = props;
  const { onBackup, onRestore, onGoOn, onKeep } = props;
  const isRestoring = restore?.state === 'checking' || restore?.state === 'writing';
  const said = failure ?? (isMaking ? t('backup_making') : restore && restoreSummary(restore));
  return (
    <section
      class="your-data"
      aria-labelledby="your-data"
      data-restore-state={restore?.state ?? 'none'}
      data-restore-began={restore?.startedAt}
    >
      <h2 id="your-data">{t('options_yourData')}</h2>
      <p class="lead">{t('backup_lead')}</p>
      <div class="halves">
        <div>
          <h3>{t('storage_title')}</h3>
          {space?.used !== undefined && <p class="figure">{t('storage_used', space.used)}</p>}
          {space?.left !== undefined && <p class="hint">{t('storage_left', space.left)}</p>}
          {space && (
            <p class="hint">
              {t(space.kept ? 'storage_kept' : 'storage_mayBeCleared')}{' '}
              {!space.kept && (
                <button type="button" class="link" onClick={onKeep}>
                  {t('storage_keep')}
                </button>
              )}
            </p>
          )}
        </div>
        <div>
          <h3>{t('backup_title')}</h3>
          <p class="figure">
            {lastBackup === undefined ? t('backup_none') : t('backup_last', printMoment(lastBackup))}
          </p>
          <p class="hint">
            {paragraph(
              importsAtRisk === undefined ? undefined : tn('backup_atRisk', importsAtRisk),
              t('backup_merges'),
            )}
          </p>
          <p class="actions">
            <button type="button" class="button" disabled={isMaking} onClick={onBackup}>
              {t('backup_make')}
            </button>
            <label class="button chooser">
              {t('backup_restore')}
              <input
                type="file"
                accept=".gz"
                aria-label={t('backup_choose')}
                disabled={isRestoring}
                onChange={({ currentTarget }) => {
                  const [file] = currentTarget.files ?? [];
                  if (file) onRestore(file);
                  currentTarget.value = '';
                }}
              />
            </label>
            {restore?.state === 'stopped' && (
              <button type="button" class="button" onClick={onGoOn}>
                {t('backup_goOn')}
              </button>
            )}
          </p>
        </div>
      </div>
      <p role="status">{said}</p>
      {restore?.state === 'writing' && <progress value={restore.written} max={restore.records} />}
    </section>
  );
}
