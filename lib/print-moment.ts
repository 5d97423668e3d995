import { localToday } from './days/notation';
import { language } from './i18n/translate';
import { printDay } from './days/print';

/** `Thu 10 Apr 2025, 08:05`, where the reader sits. */
export function printMoment(at: number): string {
  const moment = new Date(at);
  const clock = [moment.getHours(), moment.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${printDay(localToday(moment))}${language() === 'zh-Hans' ? ' ' : ', '}${clock}`;
}
