/**
 * A moment of a hybrid logical clock (Kulkarni, Demirbas, Madappa, Avva and Leone 2014), as text that sorts as the
 * moments do: milliseconds since 1970 and a counter, both in base 36, and the name of the browser that took it. Of two
 * changes of one field the later stamp counts, however wrong the clocks of their machines are.
 */
export type Stamp = string;

/** The clock of one browser. It is kept in the database, so that all its windows and workers share it. */
export interface Clock {
  /** A random name: no two browsers have the same, so no stamp is ever given twice. */
  browser: string;
  /** The latest stamp that this browser has given or seen. */
  latest: Stamp;
}

const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;
const MOST_COUNTER = 36 ** COUNTER_DIGITS - 1;
const BROWSER_DIGITS = 10;

/** The year 5098. It leaves room for later stamps: a stamp at the very end would be the last that ever counts. */
export const LATEST_MS = 36 ** MS_DIGITS - 36 ** (MS_DIGITS - 1);

const STAMP = new RegExp(
  `^[0-9a-z]{${MS_DIGITS}}\\.[0-9a-z]{${COUNTER_DIGITS}}\\.[0-9a-z]{1,${BROWSER_DIGITS}}$`,
);

export const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'string' && STAMP.test(value) && msOf(value) <= LATEST_MS;

/** Ten characters, some 51 bits of chance. */
function randomBrowserName(): string {
  const digits = crypto.getRandomValues(new Uint32Array(BROWSER_DIGITS));
  return Array.from(digits, (digit) => (digit % 36).toString(36)).join('');
}

export const newClock = (browser = randomBrowserName()): Clock => ({ browser, latest: stampAt(0, browser) });

const digits = (value: number, count: number): string => value.toString(36).padStart(count, '0');

const write = (ms: number, counter: number, browser: string): Stamp =>
  `${digits(ms, MS_DIGITS)}.${digits(counter, COUNTER_DIGITS)}.${browser}`;

export const msOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, MS_DIGITS), 36);

const counterOf = (stamp: Stamp): number =>
  Number.parseInt(stamp.slice(MS_DIGITS + 1, MS_DIGITS + 1 + COUNTER_DIGITS), 36);

export const browserOf = (stamp: Stamp): string => stamp.slice(MS_DIGITS + COUNTER_DIGITS + 2);

/** What was changed before there were stamps has only a moment; it counts as one browser's, the same everywhere. */
const BEFORE_STAMPS = '0';

/** The first stamp of a moment; moments that no calendar has are brought within the clock's range. */
export function stampAt(ms: number, browser: string = BEFORE_STAMPS): Stamp {
  const whole = Number.isFinite(ms) ? Math.floor(ms) : 0;
  return write(Math.min(Math.max(whole, 0), LATEST_MS), 0, browser);
}

/** The clock after it has given its next stamp, which is later than every stamp that it has given or seen. */
export function tick({ browser, latest }: Clock, now: number): Clock {
  const ms = msOf(stampAt(now));
  const before = msOf(latest);
  if (ms > before) return { browser, latest: write(ms, 0, browser) };
  const counter = counterOf(latest);
  if (counter === MOST_COUNTER) return { browser, latest: write(before + 1, 0, browser) };
  return { browser, latest: write(before, counter + 1, browser) };
}

export const later = (a: Stamp, b: Stamp): Stamp => (a > b ? a : b);

/** The clock after it has seen stamps of other browsers: what it gives from here on is later than they are. */
export function observe(clock: Clock, stamps: Iterable<Stamp>): Clock {
  let { latest } = clock;
  for (const stamp of stamps) latest = later(latest, stamp);
  return { ...clock, latest };
}
