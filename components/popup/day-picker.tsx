import type { RefObject } from 'preact';
import { printDay } from '../../lib/days/print';
import { t } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';
import { BACK_ARROW, IconButton, ON_ARROW } from '../page/icon-button';

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

/** The day as the page's heading, which opens the calendar; beside it the ways to the nearest days with a digest. */
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
        keyName="["
        path={BACK_ARROW}
        onPick={onPick}
      />
      <Step name={t('popup_next')} day={next} gap={gapAfter} keyName="]" path={ON_ARROW} onPick={onPick} />
    </div>
  );
}

interface StepProps {
  name: string;
  day: AnnouncementDate | undefined;
  gap: string | undefined;
  /** The key that does the same. */
  keyName: string;
  path: string;
  onPick: (day: AnnouncementDate) => void;
}

function Step({ name, day, gap, keyName, path, onPick }: StepProps) {
  const label = day === undefined ? name : [`${name}: ${printDay(day)}`, gap].filter(Boolean).join(' · ');
  return (
    <IconButton
      name={label}
      title={`${label} (${keyName})`}
      disabled={day === undefined}
      onClick={() => day !== undefined && onPick(day)}
    >
      <path d={path} />
    </IconButton>
  );
}
