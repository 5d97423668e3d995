import { useEffect, useState } from 'preact/hooks';
import { Backup, type PrintedSpace } from '../../components/options/backup';
import { BugReport } from '../../components/options/bug-report';
import { makeBackup } from '../../lib/backup/write';
import { lastBackup, noteBackup } from '../../lib/browser/last-backup';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { extensionVersion } from '../../lib/browser/own-files';
import { askToKeep, printBytes, type StorageSpace, storageSpace } from '../../lib/browser/storage-space';
import { bugReport } from '../../lib/bug-report';
import { download } from '../../lib/export/download';
import { t } from '../../lib/i18n/translate';
import type { LensDatabase } from '../../lib/store/database';
import { beginRestore, resumeRestore, watchRestore } from '../../lib/store/jobs/restores';
import type { StoredRestore } from '../../lib/store/records';
import { countAll } from '../../lib/store/views/counts';
import { watchImportsAtRisk } from '../../lib/store/watch';
import { Deletions } from './deletions';
import { useWaking } from './use-import';

const WAKE_MS = 2000;

interface YourDataProps {
  db: LensDatabase;
  /** How many there have been. What is counted here is out of date with each new one. */
  imports: number | undefined;
}

/** What is stored and how much room it takes, backup and restore, and what a bug report needs to know. */
export function YourData({ db, imports }: YourDataProps) {
  const [space, setSpace] = useState<StorageSpace>();
  const [backedUpAt, setBackedUpAt] = useState<number>();
  const [importsAtRisk, setImportsAtRisk] = useState<number>();
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [restore, setRestore] = useState<StoredRestore>();
  const [facts, setFacts] = useState<string>();

  async function refresh(): Promise<void> {
    const [now, at, counts] = await Promise.all([storageSpace(), lastBackup(), countAll(db)]);
    setSpace(now);
    setBackedUpAt(at);
    const extension = extensionVersion();
    setFacts(bugReport(counts, { extension, browser: navigator.userAgent, space: now, lastBackup: at }));
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
  useEffect(() => void refresh().catch(logError), [restore?.state, imports]);

  const isRestoring = restore?.state === 'checking' || restore?.state === 'writing';
  useWaking('restore', isRestoring, WAKE_MS);

  return (
    <>
      <Backup
        space={space && printed(space)}
        importsAtRisk={importsAtRisk}
        lastBackup={backedUpAt}
        isMaking={isMaking}
        failure={failure}
        restore={restore}
        onBackup={() => void backUp()}
        onRestore={(file) => void restoreFrom(file)}
        onGoOn={() => void goOn().catch(logError)}
        onKeep={() => void askToKeep().then(refresh).catch(logError)}
      />
      <Deletions db={db} isRestoring={isRestoring} onRestore={restoreFrom} />
      <BugReport text={facts} onCopy={(text) => navigator.clipboard.writeText(text)} />
    </>
  );
}

const printed = ({ used, left, kept }: StorageSpace): PrintedSpace => ({
  used: used === undefined ? undefined : printBytes(used),
  left: left === undefined ? undefined : printBytes(left),
  kept,
});
