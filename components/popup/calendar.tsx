import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayAfter, monthAfter, weeksOf } from '../../lib/days/calendar';
import { printDay, printMonthOfYear, weekdayNames } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';
import type { DayCount } from '../../lib/store/views/day-digest';
import { BACK_ARROW, IconButton, ON_ARROW } from '../page/icon-button';

type DayCounts = ReadonlyMap<AnnouncementDate, DayCount>;

interface CalendarProps {
  day: AnnouncementDate;
  today: AnnouncementDate;
  days: ReadonlySet<AnnouncementDate>;
  /** Of the days of a month, `YYYY-MM`. */
  countsOf: (month: string) => Promise<DayCounts>;
  onPick: (day: AnnouncementDate) => void;
  onClose: () => void;
}

/** A month of days, each with its papers and how many of them are unread: a grid that the arrow keys walk. */
export function Calendar(props: CalendarProps) {
  const { day, days, onClose } = props;
  const [at, setAt] = useState(day);
  const month = monthOf(at);
  const counts = useCounts(month, props.countsOf);
  const focused = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => focused.current?.focus(), [at]);

  const sorted = [...days].toSorted();
  const [first = at, last = at] = [sorted[0], sorted.at(-1)];
  const go = (to: AnnouncementDate): void => setAt(to < first ? first : to > last ? last : to);
  return (
    <div
      class="calendar"
      role="dialog"
      aria-label={t('popup_calendar')}
      onKeyDown={(event) => {
        event.stopPropagation();
        const to = dayAfterKey(event.key, at, first, last);
        if (event.key === 'Escape') onClose();
        else if (to !== undefined) go(to);
        else return;
        // Else the popup would close, or the page would scroll.
        event.preventDefault();
      }}
    >
      <p class="month">
        <IconButton
          name={t('popup_previousMonth')}
          disabled={month <= monthOf(first)}
          onClick={() => go(monthAfter(at, -1))}
        >
          <path d={BACK_ARROW} />
        </IconButton>
        <span aria-live="polite">{printMonthOfYear(month)}</span>
        <IconButton
          name={t('popup_nextMonth')}
          disabled={month >= monthOf(last)}
          onClick={() => go(monthAfter(at, 1))}
        >
          <path d={ON_ARROW} />
        </IconButton>
      </p>
      <Month {...props} month={month} at={at} counts={counts} focused={focused} />
    </div>
  );
}

const monthOf = (day: AnnouncementDate): string => day.slice(0, 'YYYY-MM'.length);

const NO_COUNTS: DayCounts = new Map();

function useCounts(month: string, countsOf: CalendarProps['countsOf']): DayCounts {
  const [counts, setCounts] = useState(NO_COUNTS);
  useEffect(() => {
    let isCurrent = true;
    void countsOf(month).then((known) => isCurrent && setCounts(known));
    return () => {
      isCurrent = false;
    };
  }, [month]);
  return counts;
}

/** The day that a key leads to, which may lie beyond the first or the last; undefined for any other key. */
function dayAfterKey(
  key: string,
  at: AnnouncementDate,
  first: AnnouncementDate,
  last: AnnouncementDate,
): AnnouncementDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return dayAfter(at, -1);
    case 'ArrowRight':
      return dayAfter(at, 1);
    case 'ArrowUp':
      return dayAfter(at, -7);
    case 'ArrowDown':
      return dayAfter(at, 7);
    case 'PageUp':
      return monthAfter(at, -1);
    case 'PageDown':
      return monthAfter(at, 1);
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

interface MonthProps extends CalendarProps {
  month: string;
  /** The day that the keys are at. */
  at: AnnouncementDate;
  counts: DayCounts;
  focused: RefObject<HTMLButtonElement>;
}

function Month({ month, at, counts, focused, day, today, days, onPick }: MonthProps) {
  return (
    <table role="grid" aria-label={printMonthOfYear(month)}>
      <thead>
        <tr>
          {weekdayNames().map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((each) => (
              <td key={each} aria-selected={each === day}>
                {each.startsWith(month) && (
                  <Day
                    day={each}
                    button={each === at ? focused : undefined}
                    isShown={each === day}
                    isToday={each === today}
                    hasDigest={days.has(each)}
                    count={counts.get(each)}
                    onPick={onPick}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  day: AnnouncementDate;
  /** Of the day that the keys are at. */
  button: RefObject<HTMLButtonElement> | undefined;
  isShown: boolean;
  isToday: boolean;
  hasDigest: boolean;
  count: DayCount | undefined;
  onPick: (day: AnnouncementDate) => void;
}

function Day({ day, button, isShown, isToday, hasDigest, count, onPick }: DayProps) {
  const counted = count && `${tn('papers', count.papers)} · ${tn('popup_unreadCount', count.unread)}`;
  return (
    <button
      ref={button ?? null}
      type="button"
      data-day={day}
      class={isShown ? 'shown' : ''}
      tabIndex={button ? 0 : -1}
      aria-disabled={!hasDigest}
      aria-current={isToday ? 'date' : undefined}
      onClick={() => hasDigest && onPick(day)}
    >
      <span class="unseen">
        {[printDay(day), hasDigest ? counted : t('popup_noDigest')].filter(Boolean).join(', ')}
      </span>
      <span class="number" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      <span class="papers" aria-hidden="true">
        {count?.papers}
      </span>
      <span class="unread" aria-hidden="true">
        {count && count.unread > 0 ? count.unread : ''}
      </span>
    </button>
  );
}
