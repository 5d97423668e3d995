import { printDay } from '../lib/print-day';
import type { AnnouncementDate } from '../lib/paper';

export interface DayPickerProps {
  day: AnnouncementDate;
  previous: AnnouncementDate | undefined;
  next: AnnouncementDate | undefined;
  onPick: (day: AnnouncementDate) => void;
}

/** The day as the heading, between the nearest days that have a report. */
export function DayPicker({ day, previous, next, onPick }: DayPickerProps) {
  return (
    <div class="day-picker">
      <h1>{printDay(day)}</h1>
      <Step name="Previous report" day={previous} path="m10 3-5 5 5 5" onPick={onPick} />
      <Step name="Next report" day={next} path="m6 3 5 5-5 5" onPick={onPick} />
    </div>
  );
}

interface StepProps {
  name: string;
  day: AnnouncementDate | undefined;
  path: string;
  onPick: (day: AnnouncementDate) => void;
}

function Step({ name, day, path, onPick }: StepProps) {
  const label = day === undefined ? name : `${name}: ${printDay(day)}`;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      disabled={day === undefined}
      onClick={() => day !== undefined && onPick(day)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
      </svg>
    </button>
  );
}
