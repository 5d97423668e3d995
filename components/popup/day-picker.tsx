import type { RefObject } from 'preact';
import { printDay } from '../../lib/days/print';
import { t } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';

export interface DayPickerProps {
  day: AnnouncementDate;
  previous: AnnouncementDate | undefined;
  next: AnnouncementDate | undefined;
  isOpen: boolean;
  /** The button that opens the calendar. */
  heading: RefObject<HTMLButtonElement>;
  /** The days between, which have no digest, in words. */
  gapBefore?: string | undefined;
  gapAfter?: string | undefined;
  onPick: (day: AnnouncementDate) => void;
  onOpen: () => void;
}

/** The day as the heading, which opens the calendar, between the nearest days that have a digest. */
export function DayPicker({
  day,
  previous,
  next,
  isOpen,
  heading,
  gapBefore,
  gapAfter,
  onPick,
  onOpen,
}: DayPickerProps) {
  return (
    <div class="day-picker">
      <h1>
        <button
          ref={heading}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          title={t('popup_calendar')}
          onClick={onOpen}
        >
          {printDay(day)}
        </button>
      </h1>
      <Step
        name={t('popup_previous')}
        day={previous}
        gap={gapBefore}
        mark="["
        path="m10 3-5 5 5 5"
        onPick={onPick}
      />
      <Step name={t('popup_next')} day={next} gap={gapAfter} mark="]" path="m6 3 5 5-5 5" onPick={onPick} />
    </div>
  );
}

interface StepProps {
  name: string;
  day: AnnouncementDate | undefined;
  gap: string | undefined;
  mark: string;
  path: string;
  onPick: (day: AnnouncementDate) => void;
}

function Step({ name, day, gap, mark, path, onPick }: StepProps) {
  const label = day === undefined ? name : [`${name}: ${printDay(day)}`, gap].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={`${label} (${mark})`}
      disabled={day === undefined}
      onClick={() => day !== undefined && onPick(day)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" />
      </svg>
    </button>
  );
}
