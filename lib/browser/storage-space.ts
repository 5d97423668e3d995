import { language } from '../i18n/translate';

/** What the browser says of the storage on this disk. A number is missing if the browser does not tell it. */
export interface StorageSpace {
  /** `used` and `left` are in bytes. */
  used?: number;
  left?: number;
  /** The browser has promised not to clear the storage when the disk is nearly full. */
  kept: boolean;
}

export async function storageSpace(): Promise<StorageSpace> {
  const [{ usage, quota }, kept] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return {
    ...(usage !== undefined && { used: usage }),
    ...(usage !== undefined && quota !== undefined && { left: Math.max(0, quota - usage) }),
    kept,
  };
}

/** Asks the browser to keep what is stored. Firefox asks the reader, and does so only from a page. */
export async function askToKeep(): Promise<boolean> {
  return navigator.storage.persist();
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** A size in words of the language: `312 MB`, `1.4 GB`. */
export function printBytes(bytes: number, inLanguage: string = language()): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return value.toLocaleString(inLanguage, {
    style: 'unit',
    unit: UNITS[unit],
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: unit > 0 && value < 9.95 ? 1 : 0,
    minimumFractionDigits: unit > 0 && value < 9.95 ? 1 : 0,
  });
}
