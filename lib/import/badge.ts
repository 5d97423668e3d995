import type { StoredImport } from '../store/records';

/** The few characters on the toolbar icon: the share that is done, in percent, or `…` if no share is known yet. */
export function badgeOf({ state, progress }: StoredImport): string {
  if (!progress || progress.papers === 0) return '…';
  const share = progress.papersStored / progress.papers;
  return `${Math.floor(100 * (state === 'undoing' ? 1 - share : share))}%`;
}
