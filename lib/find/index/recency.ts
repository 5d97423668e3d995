import type { ArxivId } from '../../paper';

const NEW_SCHEME = /^(\d{2})(\d{2})\.(\d{4,5})/;
const OLD_SCHEME = /\/(\d{2})(\d{2})(\d{3})/;

/** arXiv began in 1991, so two digits from 91 on belong to the last century. */
const FIRST_YEAR = 91;

/**
 * A number that grows with the month of an id and with its number in that month; 0 for a text that is no arXiv id.
 */
function age(id: ArxivId): number {
  const [, year, month, number] = NEW_SCHEME.exec(id) ?? OLD_SCHEME.exec(id) ?? [];
  if (!year || !month || !number) return 0;
  const century = Number(year) >= FIRST_YEAR ? 1900 : 2000;
  return ((century + Number(year)) * 100 + Number(month)) * 100_000 + Number(number);
}

/** Orders ids with the most recent first, by the month and number that an id tells. */
export function byRecency(a: ArxivId, b: ArxivId): number {
  return age(b) - age(a) || (a < b ? -1 : Number(a > b));
}
