import type { AnnouncementDate } from '../paper';
import { iso } from './calendar';

/** Parses a text that is nothing but a day, `10-Apr-2025` or `2026年4月25日`, perhaps with a time after it. */
export function parseDay(text: string): AnnouncementDate | undefined {
  const found = findDays(text)[0];
  if (!found) return undefined;
  const rest = text.slice(0, found.index) + text.slice(found.end);
  return /^[\s,()（）*_`]*$/.test(withoutClock(rest)) ? found.date : undefined;
}

/** The first day named in a text, in any of the notations that digests use. */
export function findDay(text: string): AnnouncementDate | undefined {
  return findDays(text)[0]?.date;
}

/** A title without its day: `arXiv Daily Report - 10-Apr-2025` becomes `arXiv Daily Report`. */
export function withoutDay(text: string): string {
  const [first] = findDays(text);
  if (!first) return text.trim();
  const [before, after] = [text.slice(0, first.index), text.slice(first.end)];
  return `${before.replace(/[\s,:(（[|–—-]*$/, '')} ${after.replace(/^[\s,:)）\]|–—-]*/, '')}`.trim();
}

/** A day found in a longer text. */
interface FoundDay {
  date: AnnouncementDate;
  index: number;
  end: number;
}

// The beginnings of the months' names in several languages. Three letters tell a month in English; other languages
// need as many as stand here.
const MONTH_NAMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|ene|gen)/, 1],
  [/^(?:feb|fév|fev)/, 2],
  [/^(?:mar|mär|mrz)/, 3],
  [/^(?:apr|abr|avr)/, 4],
  [/^(?:may|mai|mag)/, 5],
  [/^(?:jun|juin|giu)/, 6],
  [/^(?:jul|juil|lug)/, 7],
  [/^(?:aug|ago|aoû|aou)/, 8],
  [/^(?:sep|set)/, 9],
  [/^(?:oct|okt|out|ott)/, 10],
  [/^nov/, 11],
  [/^(?:dec|dez|dic|déc)/, 12],
];
const NAME = '([a-zà-ÿ]{3,10})\\.?';
const AFTER = '(?![\\d])';
const BEFORE = '(?<![\\d.])';

interface Notation {
  pattern: RegExp;
  read: (groups: readonly string[]) => AnnouncementDate | undefined;
}
const day = (year: string | undefined, month: number | undefined, date: string | undefined) =>
  year && month && date ? valid(fullYear(year), month, Number(date)) : undefined;

const NOTATIONS: readonly Notation[] = [
  // 2025-04-10, 2026.06.29, 2025/4/10, 2026年4月25日, 2026 年 4 月 25 日
  {
    pattern: new RegExp(
      `${BEFORE}(\\d{4}) ?[-./_年년–] ?(\\d{1,2}) ?[-./_月월–] ?(\\d{1,2})${AFTER}[日일]?`,
      'g',
    ),
    read: ([y, m, d]) => day(y, Number(m), d),
  },
  // 20250930 and 2025-1205
  {
    pattern: new RegExp(`${BEFORE}(\\d{4})-?(\\d{2})(\\d{2})${AFTER}(?!\\.\\d)`, 'g'),
    read: ([y, m, d]) => day(y, Number(m), d),
  },
  // 10-Apr-2025, 10th of April, 2025, 10 de abril de 2025
  {
    pattern: new RegExp(
      `${BEFORE}(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[-/ _]{1,2}(?:of |de )?${NAME},?[-/ _]{1,2}(?:de |del )?(\\d{4})${AFTER}`,
      'gi',
    ),
    read: ([d, m, y]) => day(y, monthNumber(m), d),
  },
  // Fri,  9 Jun 23; before a year of two digits stands the same sign as before the month.
  {
    pattern: new RegExp(`${BEFORE}(\\d{1,2})([-/ ])${NAME}\\2(\\d{2})${AFTER}(?!:)`, 'gi'),
    read: ([d, , m, y]) => day(y, monthNumber(m), d),
  },
  // August 21, 2026; Apr 10th 2025; April-10-2025
  {
    pattern: new RegExp(
      `(?<![a-zà-ÿ])${NAME}[-/ _]{1,2}(\\d{1,2})(?:st|nd|rd|th)?(?:, ?|[-/ _])(\\d{4})${AFTER}`,
      'gi',
    ),
    read: ([m, d, y]) => day(y, monthNumber(m), d),
  },
  // Sat Apr  4 02:55:44 METDST 1992
  {
    pattern: new RegExp(
      `(?<![a-z])${NAME} {1,2}(\\d{1,2}) \\d\\d:\\d\\d:\\d\\d(?: [A-Z]{2,6})? (\\d{4})${AFTER}`,
      'gi',
    ),
    read: ([m, d, y]) => day(y, monthNumber(m), d),
  },
  // 10.04.2025 is day first wherever it is used. In 04/13/2025 and 13/04/2025 the number above 12 tells the day;
  // 04/05/2025 stays open.
  {
    pattern: new RegExp(`${BEFORE}(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4})${AFTER}`, 'g'),
    read: ([a, dot, b, y]) => {
      const [first, second] = [Number(a), Number(b)];
      if (dot === '.' || first > 12) return day(y, second, a);
      return second > 12 || first === second ? day(y, first, b) : undefined;
    },
  },
];

/** Every day named in a text, in order of place. */
export function findDays(text: string): FoundDay[] {
  if (!/\d/.test(text)) return [];
  const found: FoundDay[] = [];
  for (const { pattern, read } of NOTATIONS) {
    for (const match of text.matchAll(pattern)) {
      const date = read(match.slice(1));
      if (date === undefined) continue;
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && other.index < end)) continue;
      found.push({ date, index: match.index, end });
    }
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** Both readings of a date like `04/05/2025`, month first and day first. */
export function findEitherDay(text: string): AnnouncementDate[] {
  const match = new RegExp(`${BEFORE}(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})${AFTER}`).exec(text);
  if (!match) return [];
  const [, a, , b, year] = match;
  return [day(year, Number(a), b), day(year, Number(b), a)].filter((date) => date !== undefined);
}

const CLOCK =
  /(?:t| |,|at)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d*)?\s*(?:[ap]m)?|z$|(?:utc|gmt|edt|est|metdst)|[+-]\d{2}:?\d{2}/gi;
const DAY_NAMES =
  /\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:周|星期|礼拜|週)[一二三四五六日天]|[月火水木金土日]曜日?/gi;

function withoutClock(text: string): string {
  return text.replaceAll(DAY_NAMES, '').replaceAll(CLOCK, '');
}

function monthNumber(name: string | undefined): number | undefined {
  const lower = name?.toLowerCase() ?? '';
  return MONTH_NAMES.find(([pattern]) => pattern.test(lower))?.[1];
}

/** The full year. arXiv began in 1991, so a two-digit year from 91 on belongs to the last century. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year > 90 ? 1900 + year : 2000 + year;
}

/** The day, if it exists and lies in the years of arXiv (1991 to 2099). */
export function valid(year: number, month: number, date: number): AnnouncementDate | undefined {
  if (year < 1991 || year > 2099 || month < 1 || month > 12 || date < 1) return undefined;
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? iso(year, month, date) : undefined;
}
