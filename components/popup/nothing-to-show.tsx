import { printDay } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import type { DayCounts } from '../../lib/lists/day-list';
import type { DayChoices, DayView } from '../../lib/lists/day-view';
import type { AnnouncementDate } from '../../lib/paper';
import type { DayCount } from '../../lib/store/views/day-digest';
import { EmptyList } from '../page/empty-list';

interface NothingToShowProps {
  view: DayView;
  counts: DayCounts;
  previous: AnnouncementDate | undefined;
  /** Of the previous day, once it is counted. */
  previousCount: DayCount | undefined;
  onChoose: (choices: DayChoices) => void;
  onPick: (day: AnnouncementDate) => void;
  onHidden: () => void;
  /** The words that this day does not have are looked for in the library. */
  onSearchLibrary: (text: string) => void;
}

/** Why there is no paper to show, and what to do about it. */
export function NothingToShow(props: NothingToShowProps) {
  const { digest, text, show } = props.view;
  if (digest.entries.length === 0)
    return <EmptyList fact={t('popup_noPapers')} next={t('popup_noEntries', digest.paths.join(', '))} />;
  if (text.trim() !== '') return <NothingWith text={text.trim()} {...props} />;
  if (props.counts.all === 0)
    return (
      <EmptyList fact={tn('popup_allHidden', props.counts.hidden)}>
        <button type="button" class="button" onClick={props.onHidden}>
          {t('popup_showThem')}
        </button>
      </EmptyList>
    );
  if (show === 'starred')
    return (
      <EmptyList fact={t('popup_noStars')} next={t('popup_starHint')}>
        <ShowAll {...props} />
      </EmptyList>
    );
  return <AllRead {...props} />;
}

function NothingWith({ text, onSearchLibrary, onChoose }: NothingToShowProps & { text: string }) {
  return (
    <EmptyList fact={t('popup_nothingWith', text)} next={t('popup_otherDays')}>
      <button type="button" class="button" onClick={() => onSearchLibrary(text)}>
        {t('popup_searchLibrary')}
      </button>
      <button type="button" class="link" onClick={() => onChoose({ text: '' })}>
        {t('popup_clearFilter')}
      </button>
    </EmptyList>
  );
}

function AllRead(props: NothingToShowProps) {
  const { counts, previous, previousCount, onPick } = props;
  const unreadBefore =
    previous !== undefined && previousCount
      ? t('popup_dayBefore', printDay(previous), tn('popup_unreadCount', previousCount.unread))
      : undefined;
  return (
    <EmptyList fact={tn('popup_allRead', counts.all)} next={unreadBefore}>
      {previous !== undefined && (
        <button type="button" class="button" onClick={() => onPick(previous)}>
          {t('popup_goTo', printDay(previous))}
        </button>
      )}
      <ShowAll {...props} />
    </EmptyList>
  );
}

function ShowAll({ counts, onChoose }: NothingToShowProps) {
  return (
    <button type="button" class="link" onClick={() => onChoose({ show: 'all', text: '' })}>
      {tn('popup_showAll', counts.all)}
    </button>
  );
}
