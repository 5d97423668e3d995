import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayAfter, monthAfter, weeksOf } from '../../lib/days/calendar';
import { printDay, printMonthOfYear, weekdayNames } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';

export interface DayCountLabel {
  papers: number;
  unread: number;
}

export interface CalendarProps {
  day: AnnouncementDate;
  today: AnnouncementDate;
  days: ReadonlySet<AnnouncementDate>;
  /** Of the days of a month, `YYYY-MM`. */
  countsOf: (month: string) => Promise<ReadonlyMap<AnnouncementDate, DayCountLabel>>;
  onPick: (day: AnnouncementDate) => void;
  onClose: () => void;
}

const NO_COUNTS: ReadonlyMap<AnnouncementDate, DayCountLabel> = new Map();

/** A month of days, each with its papers and how many of them are unread: a grid that the arrow keys walk. */
export function Calendar({ day, today, days, countsOf, onPick, onClose }: CalendarProps) {
  const [at, setAt] = useState(day);
  const [counts, setCounts] = useState(NO_COUNTS);
  const dialog = useRef<HTMLDivElement>(null);
  const month = at.slice(0, 'YYYY-MM'.length);
  const sorted = [...days].toSorted();
  const [first = at, last = at] = [sorted[0], sorted.at(-1)];

  useEffect(() => {
    let isCurrent = true;
    void countsOf(month).then((known) => isCurrent && setCounts(known));
    return () => {
      isCurrent = false;
    };
  }, [month]);
  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);

  const go = (to: AnnouncementDate): void => setAt(to < first ? first : to > last ? last : to);
  const moves: Record<string, () => AnnouncementDate> = {
    ArrowLeft: () => dayAfter(at, -1),
    ArrowRight: () => dayAfter(at, 1),
    ArrowUp: () => dayAfter(at, -7),
    ArrowDown: () => dayAfter(at, 7),
    PageUp: () => monthAfter(at, -1),
    PageDown: () => monthAfter(at, 1),
    Home: () => first,
    End: () => last,
  };

  return (
    <div
      ref={dialog}
      class="calendar"
      role="dialog"
      aria-label={t('popup_calendar')}
      onKeyDown={(event) => {
        event.stopPropagation();
        const move = moves[event.key];
        if (event.key === 'Escape') onClose();
        else if (move) go(move());
        else return;
        // The popup would close, the page would scroll.
        event.preventDefault();
      }}
    >
      <p class="month">
        <button
          type="button"
          class="icon-button"
          aria-label={t('popup_previousMonth')}
          disabled={month <= first.slice(0, 7)}
          onClick={() => go(monthAfter(at, -1))}
        >
          <Arrow path="m10 3-5 5 5 5" />
        </button>
        <span aria-live="polite">{printMonthOfYear(month)}</span>
        <button
          type="button"
          class="icon-button"
          aria-label={t('popup_nextMonth')}
          disabled={month >= last.slice(0, 7)}
          onClick={() => go(monthAfter(at, 1))}
        >
          <Arrow path="m6 3 5 5-5 5" />
        </button>
      </p>
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
                      isAt={each === at}
                      isShown={each === day}
                      isToday={each === today}
                      hasReport={days.has(each)}
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
    </div>
  );
}

interface DayProps {
  day: AnnouncementDate;
  isAt: boolean;
  isShown: boolean;
  isToday: boolean;
  hasReport: boolean;
  count: DayCountLabel | undefined;
  onPick: (day: AnnouncementDate) => void;
}

function Day({ day, isAt, isShown, isToday, hasReport, count, onPick }: DayProps) {
  const what = !hasReport
    ? t('popup_noDigest')
    : count && `${tn('papers', count.papers)} · ${tn('popup_unreadCount', count.unread)}`;
  return (
    <button
      type="button"
      data-day={day}
      class={isShown ? 'shown' : ''}
      tabIndex={isAt ? 0 : -1}
      aria-disabled={!hasReport}
      aria-current={isToday ? 'date' : undefined}
      onClick={() => hasReport && onPick(day)}
    >
      <span class="unseen">{[printDay(day), what].filter(Boolean).join(', ')}</span>
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

function Arrow({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" />
    </svg>
  );
}
