import {
  boolean,
  check,
  custom,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  string,
} from 'valibot';
import { parseArxivId } from './arxiv/id';
import { isStamp, LATEST_MS, type Stamp } from './stamps/clock';

/*
 * The shapes of single values that come from outside or from disk: backups, settings, messages, and what pages remember.
 * Nothing of these is believed before such a shape has looked at it.
 */

/** More letters than any text of a paper has. */
const LONGEST_TEXT = 2_000_000;

export const text = pipe(string(), maxLength(LONGEST_TEXT));
export const nonEmptyText = pipe(text, minLength(1));
export const flag = boolean();
export const count = pipe(number(), integer(), minValue(0), maxValue(Number.MAX_SAFE_INTEGER));
/** Milliseconds since 1970. */
export const moment = pipe(number(), minValue(0), maxValue(LATEST_MS));
export const paperVersion = pipe(number(), integer(), minValue(1), maxValue(999));
export const stamp = custom<Stamp>(isStamp);

/** Without a version, as papers are kept by. */
export const arxivId = pipe(
  string(),
  check((id) => parseArxivId(id)?.id === id),
);

/** A day that a calendar has, `2025-04-10`. */
export const day = pipe(string(), regex(/^\d{4}-\d\d-\d\d$/), check(isRealDay));

export const webAddress = pipe(text, regex(/^https?:/i));

function isRealDay(date: string): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
