import { paragraph, t } from '../i18n/translate';
import type { ImportState, PauseReason } from '../store/records';

/** Names under which browsers and the database report that the disk, or the room allowed on it, is full. */
export const FULL = /quota|no_device_space|not enough (?:disk )?space|disk is full|full disk/i;
/** Why an import stopped at this file, for the reader; `cause` is what was thrown. */
export function hindranceOf(
  state: ImportState,
  path: string,
  cause: unknown,
): { reason: PauseReason; sentence: string } {
  const doing = state === 'reading' || state === 'undoing' ? state : 'running';
  const whole = state === 'reading' ? '' : t('import_beforeIsWhole');
  if (FULL.test(String(cause)))
    return { reason: 'full disk', sentence: paragraph(t(FULL_DISK[doing], path), whole, t('import_goesOn')) };
  return { reason: 'fault', sentence: paragraph(t(FAULT[doing], path, String(cause)), whole) };
}

export const FULL_DISK = {
  reading: 'import_fullReading',
  running: 'import_fullRunning',
  undoing: 'import_fullUndoing',
} as const;
export const FAULT = {
  reading: 'import_faultReading',
  running: 'import_faultRunning',
  undoing: 'import_faultUndoing',
} as const;
