import { printDay } from '../../lib/days/print';
import { t } from '../../lib/i18n/translate';
import type { BarCount } from '../../lib/lists/day-bars';
import type { DayRange } from '../../lib/paper';

interface DayTableProps {
  /** The days that have a digest, ascending. */
  days: readonly BarCount[];
  range: DayRange | undefined;
  onRange: (range: DayRange) => void;
}

/** What the bars show, in words, the latest day first. */
export function DayTable({ days, range, onRange }: DayTableProps) {
  const hasMatches = days.some(({ matches }) => matches !== undefined);
  return (
    <div class="day-table" tabIndex={0} role="region" aria-label={t('days_title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('days_day')}</th>
            <th scope="col" class="number">
              {t('days_papers')}
            </th>
            {hasMatches && (
              <th scope="col" class="number">
                {t('days_matching')}
              </th>
            )}
            <th scope="col" class="number">
              {t('days_unreadOnes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ date, papers, unread, matches }) => (
            <tr key={date}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  aria-pressed={range !== undefined && range.from <= date && date <= range.to}
                  onClick={() => onRange({ from: date, to: date })}
                >
                  {printDay(date)}
                </button>
              </th>
              <td class="number">{papers}</td>
              {hasMatches && <td class="number">{matches ?? 0}</td>}
              <td class="number">{unread}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
