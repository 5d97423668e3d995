import { browser } from 'wxt/browser';
import type { ArxivId } from '../paper';

/**
 * The key under which a change is noted for arXiv's pages: they cannot see the database, but they hear when this
 * value changes.
 */
const READING_CHANGED = 'changedReading';

interface ChangedReading {
  ids: ArxivId[];
  /** Tells two changes of the same papers apart. */
  at: number;
}

/** Tells every open page, in whatever window, that the reading state of these papers has changed. */
export async function tellReadingChanged(ids: readonly ArxivId[], now: number): Promise<void> {
  await browser.storage.local.set({ [READING_CHANGED]: { ids: [...ids], at: now } satisfies ChangedReading });
}

/**
 * Hears of papers whose reading state has changed, and of changed settings that change what a page shows. The
 * returned function stops it.
 */
export function onChanges(heard: { reading: (ids: ArxivId[]) => void; settings: () => void }): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>): void => {
    const reading = changes[READING_CHANGED]?.newValue as ChangedReading | undefined;
    if (reading) heard.reading(reading.ids);
    if ('pagesOff' in changes || 'language' in changes) heard.settings();
  };
  browser.storage.local.onChanged.addListener(hear);
  return () => browser.storage.local.onChanged.removeListener(hear);
}
