import type { StoredImport } from '../store/records';

/** What fits upon the toolbar icon. */
export function badgeOf({ state, progress }: StoredImport): string {
  if (!progress || progress.papers === 0) return '…';
  const share = progress.papersStored / progress.papers;
  return `${Math.floor(100 * (state === 'undoing' ? 1 - share : share))}%`;
}
