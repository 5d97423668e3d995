/**
 * Names under which browsers and the database tell that the disk, or the room allowed on it, is full: Chromium's
 * `QuotaExceededError`, Firefox's `NS_ERROR_FILE_NO_DEVICE_SPACE`, and what Dexie makes of either.
 */
const FULL = /quota|no_device_space|not enough (?:disk )?space|disk is full|full disk/i;

export const isFullDisk = (error: unknown): boolean => FULL.test(String(error));
