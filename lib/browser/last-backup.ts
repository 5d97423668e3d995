import { browser } from 'wxt/browser';

const KEY = 'backedUpAt';

/** When the reader last saved a backup, in milliseconds since 1970. */
export async function lastBackup(): Promise<number | undefined> {
  const { [KEY]: at } = await browser.storage.local.get<{ [KEY]?: number }>(KEY);
  return at ?? undefined;
}

export async function noteBackup(at: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: at });
}
