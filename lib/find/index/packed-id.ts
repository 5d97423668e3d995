import type { ArxivId } from '../../paper';

const NEW_SCHEME = /^(\d{4})\.(\d{4,5})$/;

/** More numbers than arXiv gives ids in a month, so that month and number together make one number below 2^32. */
const NUMBERS_A_MONTH = 100_000;

/** Added to ids whose number has five digits (from 2015 on), which tells them from those with four. */
const FIVE_DIGITS = 1_000_000_000;

/** An id of the new scheme as a number above 0; undefined for all other ids. */
export function packId(id: ArxivId): number | undefined {
  const [, month, number] = NEW_SCHEME.exec(id) ?? [];
  if (!month || !number) return undefined;
  const packed = Number(month) * NUMBERS_A_MONTH + Number(number) + (number.length === 5 ? FIVE_DIGITS : 0);
  return packed > 0 ? packed : undefined;
}

/** The id that `packId` made into this number. */
export function unpackId(packed: number): ArxivId {
  const digits = packed >= FIVE_DIGITS ? 5 : 4;
  const rest = packed % FIVE_DIGITS;
  const month = Math.floor(rest / NUMBERS_A_MONTH);
  const number = rest % NUMBERS_A_MONTH;
  return `${String(month).padStart(4, '0')}.${String(number).padStart(digits, '0')}`;
}
