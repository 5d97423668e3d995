/**
 * How browsers and the database say that the disk, or the space allowed on it, is full: Chromium's
 * `QuotaExceededError`, Firefox's `NS_ERROR_FILE_NO_DEVICE_SPACE`, and the errors that Dexie makes of either.
 */
const FULL = /quota|no_device_space|not enough (?:disk )?space|disk is full|full disk/i;

export const isFullDisk = (error: unknown): boolean => FULL.test(String(error));
