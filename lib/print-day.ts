import { language } from './i18n/translate';
import type { AnnouncementDate } from './paper';

const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const WEEKDAYS_ZH = '日一二三四五六';
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu 10 Apr 2025`, or `2025年4月10日 周四` in Chinese. */
export function printDay(date: AnnouncementDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  if (language() === 'zh-Hans') return `${year}年${month}月${day}日 周${WEEKDAYS_ZH[weekday]}`;
  return `${WEEKDAYS_EN[weekday]} ${day} ${MONTHS_EN[month - 1]} ${year}`;
}

/** `Apr`, and the year instead of January: for an axis, where the others follow from it. */
export function printMonth(date: AnnouncementDate): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  if (month === 1) return language() === 'zh-Hans' ? `${year}年` : String(year);
  return language() === 'zh-Hans' ? `${month}月` : (MONTHS_EN[month - 1] ?? '');
}
