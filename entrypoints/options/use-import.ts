import { useEffect, useState } from 'preact/hooks';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { sampleDigest } from '../../lib/browser/own-files';
import { tell } from '../../lib/browser/tell';
import { inWords } from '../../lib/i18n/sentence';
import { paragraph, t } from '../../lib/i18n/translate';
import { hindranceOf } from '../../lib/import/hindrance';
import type { LensDatabase } from '../../lib/store/database';
import {
  approveImport,
  beginImport,
  beginUndo,
  type ChosenFile,
  discardImport,
  latestImport,
} from '../../lib/store/jobs/imports';
import { type WatchedImport, watchImport } from '../../lib/store/watch';

/** The import that the page is about, and what the reader can do about it. */
export interface PageImport extends WatchedImport {
  id: number | undefined;
  /** Why the chosen files could not even be handed over, such as a disk that is full. */
  refusal: string | undefined;
  choose: (picking: Promise<ChosenFile[]> | ChosenFile[]) => void;
  chooseSample: () => void;
  show: (id: number) => void;
  approve: () => void;
  clear: () => void;
  undo: (id: number) => void;
}

const NOTHING: WatchedImport = { row: undefined, readings: [] };

/** The import that was begun here, or one that was under way when the page was opened. */
export function useImport(db: LensDatabase): PageImport {
  const [id, setId] = useState<number>();
  const [watched, setWatched] = useState(NOTHING);
  const [refusal, setRefusal] = useState<string>();

  function forget(): void {
    setId(undefined);
    setWatched(NOTHING);
  }
  async function choose(picking: Promise<ChosenFile[]> | ChosenFile[]): Promise<void> {
    setRefusal(undefined);
    try {
      forget();
      setId(await beginImport(db, await picking, Date.now()));
      await send('wake');
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }
  async function clear(): Promise<void> {
    if (id !== undefined) await discardImport(db, id);
    forget();
  }
  async function undo(undone: number): Promise<void> {
    if (undone === id) await clear();
    await order(beginUndo(db, undone));
  }
  const chooseSample = (): void => void choose(sampleDigest().then((file) => [file]));

  useEffect(() => (id === undefined ? undefined : watchImport(db, id, setWatched)), [id]);
  useEffect(() => {
    tell('wake');
    latestImport(db)
      .then((latest) => {
        // An import that is over is no news to a page that has just been opened.
        if (latest && latest.state !== 'done' && latest.state !== 'failed') setId(latest.id);
      })
      .catch(logError);
    if (location.hash === '#sample') chooseSample();
  }, []);

  return {
    ...watched,
    id,
    refusal,
    choose: (picking) => void choose(picking),
    chooseSample,
    show: setId,
    approve: () => id !== undefined && void order(approveImport(db, id)).catch(logError),
    clear: () => void clear().catch(logError),
    undo: (undone) => void undo(undone).catch(logError),
  };
}

/** Why the chosen files could not even be handed over. */
function refusalOf(error: unknown): string {
  const { reason, hindrance } = hindranceOf('reading', t('import_chosenFiles'), error);
  return reason === 'full disk' ? t('import_noRoom') : paragraph(...hindrance.map(inWords));
}

/** Changes what the worker is to do, and has it look. */
export async function order(change: Promise<void>): Promise<void> {
  await change;
  await send('wake');
}

/** While this page watches, a worker that ended is woken after at most this long, and goes on. */
export function useWaking(job: 'wake' | 'restore', isWorking: boolean, everyMs: number): void {
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setInterval(() => tell(job), everyMs);
    return () => clearInterval(timer);
  }, [isWorking]);
}
