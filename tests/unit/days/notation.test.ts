import { describe, expect, it } from 'vitest';
import { localToday } from '../../../lib/days/calendar';
import { findDay, parseDay } from '../../../lib/days/notation';
import { printDay } from '../../../lib/days/print';
import { speakLanguage } from '../../../lib/i18n/catalogues';

describe('a day as digests write it', () => {
  it.each([
    ['10-Apr-2025', '2025-04-10'],
    ['1-Apr-2025', '2025-04-01'],
    ['2025-04-10', '2025-04-10'],
    ['2026.06.29', '2026-06-29'],
    ['2025/4/10', '2025-04-10'],
    ['2026年4月25日', '2026-04-25'],
    ['（2025-08-22）', '2025-08-22'],
    ['2026-07-30（周四）', '2026-07-30'],
    ['August 21, 2026', '2026-08-21'],
    ['Apr. 10, 2025', '2025-04-10'],
    ['1st May 2025', '2025-05-01'],
    ['10 de abril de 2025', '2025-04-10'],
    ['Friday, 25 April 2025', '2025-04-25'],
    ['Mon, 23 Jan 23', '2023-01-23'],
    ['Fri,  9 Jun 23 00:44:20 GMT', '2023-06-09'],
    ['Fri, 08 Nov 2024 23:20:58 +0800', '2024-11-08'],
    ['2025-08-20T04:00:19.866337+00:00', '2025-08-20'],
    ['2020-12-18T15:37:35.Z', '2020-12-18'],
    ['2025-1205', '2025-12-05'],
    ['20250930', '2025-09-30'],
    ['13/04/2025', '2025-04-13'],
  ])('%s is %s', (text, date) => expect(parseDay(text)).toBe(date));

  it.each([
    ['2025-02-30', 'there is no such day'],
    ['04/05/2025', 'April or May'],
    ['07-29', 'no year'],
    ['Updated on 2026.06.29', 'a sentence'],
    ['2504.05309', 'an arXiv id'],
    ['1024-04-10', 'before arXiv'],
  ])('%s is no day: %s', (text) => expect(parseDay(text)).toBeUndefined());

  it.each([
    ['# arXiv Daily Report - 10-Apr-2025', '2025-04-10'],
    ['Updated on 2026.06.29', '2026-06-29'],
    ['20250930_Tue', '2025-09-30'],
    ['New submissions for Tue, 22 Nov 22', '2022-11-22'],
  ])('%s names %s', (text, date) => expect(findDay(text)).toBe(date));
});

describe('a day as we print it', () => {
  it('in English', () => expect(printDay('2025-04-10')).toBe('Thu 10 Apr 2025'));
  it('in Chinese', () => {
    speakLanguage('zh-Hans');
    expect(printDay('2025-04-10')).toBe('2025年4月10日 周四');
    speakLanguage('en');
  });
  it('is the day of the place', () => expect(localToday(new Date(2026, 10, 23, 23, 59))).toBe('2026-11-23'));
});
