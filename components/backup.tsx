import { restoreSummary } from '../lib/restore-summary';
import { printBytes, type StorageSpace } from '../lib/storage-space';
import type { StoredRestore } from '../lib/store/schema';

export interface BackupProps {
  space: StorageSpace | undefined;
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
  const said = failure ?? (isMaking ? 'Making the backup.' : restore && restoreSummary(restore));
  return (
    <section
      class="your-data"
      aria-labelledby="your-data"
      data-restore-state={restore?.state ?? 'none'}
      data-restore-began={restore?.startedAt}
    >
      <h2 id="your-data">Your data</h2>
      <p class="lead">
        It is on this machine alone. A backup is one file with everything: digests, papers, what you starred,
        read and noted, and your settings. Restoring adds what is missing and takes nothing away.
      </p>
      {space && (
        <p class="space">
          {spaceUsed(space)}{' '}
          {space.kept ? (
            'The browser keeps it until you remove it.'
          ) : (
            <>
              The browser may clear it when the disk is nearly full.{' '}
              <button type="button" class="link" onClick={onKeep}>
                Ask the browser to keep it
              </button>
            </>
          )}
        </p>
      )}
      <p class="space">
        {lastBackup === undefined
          ? 'There is no backup yet.'
          : `Last backup: ${new Date(lastBackup).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}.`}
        {importsAtRisk !== undefined &&
          ` ${importsAtRisk} imports are not in it. A backup would be good now.`}
      </p>
      <p class="actions">
        <button type="button" class="button" disabled={isMaking} onClick={onBackup}>
          Back up
        </button>
        <label class="button chooser">
          Restore a backup
          <input
            type="file"
            accept=".gz"
            aria-label="Choose a backup"
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
            Go on
          </button>
        )}
      </p>
      <p role="status">{said}</p>
      {restore?.state === 'writing' && <progress value={restore.written} max={restore.records} />}
    </section>
  );
}

function spaceUsed({ used, left }: StorageSpace): string {
  if (used === undefined) return '';
  const room = left === undefined ? '' : `, ${printBytes(left)} left`;
  return `It takes up ${printBytes(used)}${room}.`;
}
