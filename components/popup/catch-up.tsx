import { printDay } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';

interface CatchUpProps {
  /** The days since the last visit. */
  missed: readonly AnnouncementDate[];
  /** The days that are being caught up with, once that has begun. */
  underway: readonly AnnouncementDate[] | undefined;
  day: AnnouncementDate;
  onStart: () => void;
  onPick: (day: AnnouncementDate) => void;
  onEnd: () => void;
}

/** Through the days since the last visit, the earliest first. */
export function CatchUp({ missed, underway, day, onStart, onPick, onEnd }: CatchUpProps) {
  if (!underway) {
    if (missed.length < 2) return undefined;
    return (
      <p class="calm">
        {tn('popup_since', missed.length)} ·{' '}
        <button type="button" class="link" onClick={onStart}>
          {t('popup_catchUp')}
        </button>
      </p>
    );
  }
  const next = underway.find((other) => other > day);
  return (
    <p class="calm">
      {t('popup_catchingUp', underway.filter((other) => other <= day).length, underway.length)} ·{' '}
      {next === undefined ? (
        <button type="button" class="link" onClick={onEnd}>
          {t('popup_catchDone')}
        </button>
      ) : (
        <button type="button" class="link" onClick={() => onPick(next)}>
          {t('popup_catchNext', printDay(next))}
        </button>
      )}
    </p>
  );
}
