import { useEffect, useState } from 'preact/hooks';
import { logError } from '../../lib/browser/log-error';
import { type RelatedAnswer, send } from '../../lib/browser/messages';
import type { Shelf } from '../../lib/find/shelf';
import type { ArxivId } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { storedPaper, type StoredPaper } from '../../lib/store/views/stored-paper';

export interface OpenPaper {
  id: ArxivId;
  /** Undefined where no digest lists it. */
  page: StoredPaper | undefined;
  /** Undefined until they are known. */
  related?: readonly RelatedAnswer[];
  /** One version of the note was picked: the others are no longer offered. */
  forgetOtherNotes: () => void;
}

/** The reader may go from paper to paper faster than related papers are found. */
const RELATED_PAUSE_MS = 120;

/** The paper that is looked at, once it is read. */
export function usePaper(db: LensDatabase, id: ArxivId | undefined, shelf: Shelf): OpenPaper | undefined {
  const [open, setOpen] = useState<Omit<OpenPaper, 'forgetOtherNotes'>>();
  useEffect(() => {
    let isLeft = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = async (wanted: ArxivId) => {
      const page = await storedPaper(db, wanted);
      if (isLeft) return;
      setOpen({ id: wanted, page });
      if (!page) return;
      const { paper } = page;
      timer = setTimeout(() => {
        send('related', paper)
          .then((related) => !isLeft && setOpen((now) => now && { ...now, related }))
          .catch(logError);
      }, RELATED_PAUSE_MS);
    };
    if (id === undefined) setOpen(undefined);
    else void show(id);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [id, shelf]);
  return (
    open && {
      ...open,
      forgetOtherNotes: () =>
        setOpen((now) => now && { ...now, page: now.page && { ...now.page, otherNotes: [] } }),
    }
  );
}
