import { browser } from 'wxt/browser';
import type { ArxivId } from '../paper';

/** Where a change is noted for the pages of arXiv: they cannot see the database, but hear when this changes. */
const READING_CHANGED = 'changedReading';

interface ChangedReading {
  ids: ArxivId[];
  /** Tells two changes of the same papers apart. */
  at: number;
}

/** Tells every open page, in whatever window, that the reader has done something with these papers. */
export async function tellReadingChanged(ids: readonly ArxivId[], now: number): Promise<void> {
  await browser.storage.local.set({ [READING_CHANGED]: { ids: [...ids], at: now } satisfies ChangedReading });
}

/** Hears of papers whose reading state was changed, and that a setting was which changes what a page shows. The answer stops it. */
export function onChanges(heard: { reading: (ids: ArxivId[]) => void; settings: () => void }): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>): void => {
    const reading = changes[READING_CHANGED]?.newValue as ChangedReading | undefined;
    if (reading) heard.reading(reading.ids);
    if ('pagesOff' in changes || 'language' in changes) heard.settings();
  };
  browser.storage.local.onChanged.addListener(hear);
  return () => browser.storage.local.onChanged.removeListener(hear);
}
