import { useEffect, useState } from 'preact/hooks';
import { Backup } from '../../components/options/backup';
import { BugReport } from '../../components/options/bug-report';
import { makeBackup } from '../../lib/backup/write';
import { lastBackup, noteBackup } from '../../lib/browser/last-backup';
import { send } from '../../lib/browser/messages';
import { extensionVersion } from '../../lib/browser/own-files';
import { askToKeep, type StorageSpace, storageSpace } from '../../lib/browser/storage-space';
import { bugReport } from '../../lib/bug-report';
import { download } from '../../lib/export/download';
import { t } from '../../lib/i18n/translate';
import type { LensDatabase } from '../../lib/store/database';
import { beginRestore, resumeRestore, watchRestore } from '../../lib/store/jobs/restores';
import type { StoredRestore } from '../../lib/store/records';
import { countAll } from '../../lib/store/views/counts';
import { watchImportsAtRisk } from '../../lib/store/watch';
import { Deletions } from './deletions';

/** While this page watches a restore, a worker that ended is woken after at most this long, and goes on. */
const WAKE_MS = 2000;

export interface YourDataProps {
  db: LensDatabase;
  /** How many there have been: with each, what is said here is no longer true. */
  imports: number | undefined;
}

/** What is stored and how much room it takes, backup and restore, and the report for bug reports. */
export function YourData({ db, imports }: YourDataProps) {
  const [space, setSpace] = useState<StorageSpace>();
  const [backedUpAt, setBackedUpAt] = useState<number>();
  const [importsAtRisk, setImportsAtRisk] = useState<number>();
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [restore, setRestore] = useState<StoredRestore>();
  const [report, setReport] = useState<string>();

  async function refresh(): Promise<void> {
    const [now, at, counts] = await Promise.all([storageSpace(), lastBackup(), countAll(db)]);
    setSpace(now);
    setBackedUpAt(at);
    const facts = { extension: extensionVersion(), browser: navigator.userAgent, space: now, lastBackup: at };
    setReport(bugReport(counts, facts));
  }

  async function backUp(): Promise<void> {
    setMaking(true);
    setFailure(undefined);
    try {
      const createdAt = new Date();
      const file = await makeBackup(db, { createdAt, extension: extensionVersion() });
      download(`digest-lens-backup-${createdAt.toISOString().slice(0, 10)}.jsonl.gz`, file);
      await noteBackup(createdAt.getTime());
      await refresh();
    } catch (error) {
      setFailure(t('backup_notMade', String(error)));
    }
    setMaking(false);
  }

  async function restoreFrom(file: File): Promise<void> {
    setFailure(undefined);
    try {
      await beginRestore(db, file, Date.now());
      await send('restore');
    } catch (error) {
      setFailure(t('backup_notTaken', String(error)));
    }
  }

  async function goOn(): Promise<void> {
    await resumeRestore(db);
    await send('restore');
  }

  useEffect(() => watchRestore(db, setRestore), []);
  useEffect(() => watchImportsAtRisk(db, backedUpAt, setImportsAtRisk), [backedUpAt]);
  useEffect(() => void refresh(), [restore?.state, imports]);

  const isRestoring = restore?.state === 'checking' || restore?.state === 'writing';
  useEffect(() => {
    if (!isRestoring) return undefined;
    const timer = setInterval(() => void send('restore'), WAKE_MS);
    return () => clearInterval(timer);
  }, [isRestoring]);

  return (
    <>
      <Backup
        space={space}
        importsAtRisk={importsAtRisk}
        lastBackup={backedUpAt}
        isMaking={isMaking}
        failure={failure}
        restore={restore}
        onBackup={() => void backUp()}
        onRestore={(file) => void restoreFrom(file)}
        onGoOn={() => void goOn()}
        onKeep={() => void askToKeep().then(refresh)}
      />
      <Deletions db={db} isRestoring={isRestoring} onRestore={restoreFrom} />
      <BugReport text={report} onCopy={(text) => navigator.clipboard.writeText(text)} />
    </>
  );
}
