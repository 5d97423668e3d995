import { useEffect, useState } from 'preact/hooks';
import { Deletion } from '../../components/options/deletion';
import { makeBackup } from '../../lib/backup/write';
import { send } from '../../lib/browser/messages';
import { extensionVersion } from '../../lib/browser/own-files';
import { t } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { eachDigestPage } from '../../lib/store/views/backup-pages';
import { type DayToDelete, watchDayToDelete } from '../../lib/store/views/digests-of-day';

interface DeletionsProps {
  db: LensDatabase;
  isRestoring: boolean;
  onRestore: (file: File) => Promise<void>;
}

/** Something that was deleted, with the backup from which it can be restored while this page is open. */
interface Deleted {
  name: string;
  copy: Blob;
}

const facts = () => ({ createdAt: new Date(), extension: extensionVersion() });

/** Before anything is deleted, a backup of it is made: to put it back is to restore that. */
export function Deletions({ db, isRestoring, onRestore }: DeletionsProps) {
  const [chosen, setChosen] = useState<AnnouncementDate>();
  const [day, setDay] = useState<DayToDelete>();
  const [deleted, setDeleted] = useState<Deleted[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();

  useEffect(() => watchDayToDelete(db, chosen, setDay), [chosen]);

  async function remove(
    name: string,
    copying: () => Promise<Blob>,
    order: () => Promise<void>,
  ): Promise<void> {
    setBusy(true);
    setSaid(t('delete_copying'));
    try {
      const copy = await copying();
      await order();
      setDeleted((before) => [...before.filter((each) => each.name !== name), { name, copy }]);
      setSaid(undefined);
    } catch (error) {
      setSaid(t('delete_failed', String(error)));
    }
    setBusy(false);
  }

  async function putBack(name: string): Promise<void> {
    const [first] = deleted.filter((each) => each.name === name);
    if (!first) return;
    setBusy(true);
    await onRestore(new File([first.copy], name));
    setDeleted((before) => before.filter((each) => each !== first));
    setBusy(false);
  }

  if (!day && deleted.length === 0) return null;
  return (
    <Deletion
      from={day?.from ?? ''}
      to={day?.to ?? ''}
      day={day?.date ?? ''}
      digests={day?.digests ?? []}
      deleted={deleted.map(({ name }) => name)}
      isBusy={isBusy || isRestoring}
      said={said}
      onDay={setChosen}
      onDelete={(keys, name) =>
        void remove(
          name,
          () => makeBackup(db, facts(), (take) => eachDigestPage(db, keys, take)),
          () => send('deleteDigests', keys),
        )
      }
      onEverything={() =>
        void remove(
          t('delete_everythingNamed'),
          () => makeBackup(db, facts()),
          () => send('deleteEverything'),
        )
      }
      onPutBack={(name) => void putBack(name)}
    />
  );
}
