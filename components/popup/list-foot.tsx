import { printDay } from '../../lib/days/print';
import { t, tn, tNodes } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';
import type { DayCount } from '../../lib/store/views/day-digest';

interface ListFootProps {
  hidden: number;
  showsHidden: boolean;
  previous: AnnouncementDate | undefined;
  /** The days between, which have no digest, in words. */
  gap: string | undefined;
  /** Of the previous day, once it is counted. */
  previousCount: DayCount | undefined;
  onHidden: () => void;
  onPick: (day: AnnouncementDate) => void;
}

/** What stands after the last paper: how many are hidden, and which digest came before. */
export function ListFoot({
  hidden,
  showsHidden,
  previous,
  gap,
  previousCount,
  onHidden,
  onPick,
}: ListFootProps) {
  return (
    <div class="list-foot">
      {hidden > 0 && (
        <p>
          {tn('popup_hidden', hidden)} ·{' '}
          <button type="button" class="link" onClick={onHidden}>
            {t(showsHidden ? 'popup_hideAgain' : 'popup_showHidden')}
          </button>
        </p>
      )}
      {previous !== undefined && (
        <p>
          {tNodes(
            'popup_before',
            <button key="before" type="button" class="link" onClick={() => onPick(previous)}>
              {printDay(previous)}
            </button>,
          )}
          {[previousCount && tn('popup_unreadCount', previousCount.unread), gap].map(
            (fact) => fact && ` · ${fact}`,
          )}
        </p>
      )}
    </div>
  );
}
