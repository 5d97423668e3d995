import { say } from '../i18n/translate';
import type { Sentence } from '../paper';
import { isFullDisk } from '../store/full-disk';
import type { ImportState, PauseReason } from '../store/records';

/** The sentences that tell the reader why an import stopped at this file; `cause` is the error that was thrown. */
export function hindranceOf(
  state: ImportState,
  path: string,
  cause: unknown,
): { reason: PauseReason; hindrance: Sentence[] } {
  const doing = state === 'reading' || state === 'undoing' ? state : 'running';
  const whole = state === 'reading' ? [] : [say('import_beforeIsWhole')];
  if (isFullDisk(cause))
    return {
      reason: 'full disk',
      hindrance: [say(FULL_DISK[doing], path), ...whole, say('import_goesOn')],
    };
  return { reason: 'fault', hindrance: [say(FAULT[doing], path, String(cause)), ...whole] };
}

const FULL_DISK = {
  reading: 'import_fullReading',
  running: 'import_fullRunning',
  undoing: 'import_fullUndoing',
} as const;

const FAULT = {
  reading: 'import_faultReading',
  running: 'import_faultRunning',
  undoing: 'import_faultUndoing',
} as const;
