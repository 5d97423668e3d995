import { language } from '../i18n/translate';
import type { AnnouncementDate } from '../paper';
import { localToday } from './calendar';

const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const WEEKDAYS_ZH = '日一二三四五六';
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const isChinese = (): boolean => language() === 'zh-Hans';
const numbersOf = (date: string): number[] => date.split('-').map(Number);

/** A day in full: `Thu 10 Apr 2025`, or `2025年4月10日 周四` in Chinese. */
export function printDay(date: AnnouncementDate): string {
  const [year = 0, month = 0, day = 0] = numbersOf(date);
  if (isChinese()) return `${year}年${month}月${day}日 ${printWeekday(date)}`;
  return `${printWeekday(date)} ${day} ${MONTHS_EN[month - 1]} ${year}`;
}

/** The short name of the weekday: `Thu`, or `周四`. */
export function printWeekday(date: AnnouncementDate): string {
  const [year = 0, month = 0, day = 0] = numbersOf(date);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return (isChinese() ? `周${WEEKDAYS_ZH[weekday]}` : WEEKDAYS_EN[weekday]) ?? '';
}

/** A month (`2025-04`) with its year: `Apr 2025`, or `2025年4月`. */
export function printMonthOfYear(date: string): string {
  const [year = 0, month = 0] = numbersOf(date);
  return isChinese() ? `${year}年${month}月` : `${MONTHS_EN[month - 1]} ${year}`;
}

/** The names of the weekdays from Monday on, as short as they stand over a calendar. */
export function weekdayNames(): string[] {
  const names = isChinese() ? [...WEEKDAYS_ZH] : WEEKDAYS_EN;
  return [...names.slice(1), ...names.slice(0, 1)];
}

/** A label for an axis of months: `Apr`, and the year instead of January, from which the other years follow. */
export function printMonth(date: AnnouncementDate): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  if (month === 1) return language() === 'zh-Hans' ? `${year}年` : String(year);
  return language() === 'zh-Hans' ? `${month}月` : (MONTHS_EN[month - 1] ?? '');
}

/** A moment in milliseconds since 1970, in the reader's time zone: `Thu 10 Apr 2025, 08:05`. */
export function printMoment(at: number): string {
  const moment = new Date(at);
  const clock = [moment.getHours(), moment.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${printDay(localToday(moment))}${language() === 'zh-Hans' ? ' ' : ', '}${clock}`;
}
