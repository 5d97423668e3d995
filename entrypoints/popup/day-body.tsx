import { useMemo } from 'preact/hooks';
import { PaperList } from '../../components/paper/paper-list';
import { ListFoot } from '../../components/popup/list-foot';
import { NothingToShow } from '../../components/popup/nothing-to-show';
import { gapBetween } from '../../components/popup/wording';
import { openPage } from '../../lib/browser/tabs';
import { printDay } from '../../lib/days/print';
import { t } from '../../lib/i18n/translate';
import { rowsOf, type StateOf } from '../../lib/lists/day-list';
import { type DayView, isFolded, shownEntries } from '../../lib/lists/day-view';
import { leftOn } from '../../lib/lists/last-place';
import { searchAddress } from '../../lib/lists/library-address';
import type { ListRow } from '../../lib/lists/rows';
import type { PopupSession } from './session';

/** The papers of the day, or why there are none to show. */
export function DayBody(session: PopupSession) {
  const { day, counts, triage, acts, memory, previous, previousCount, pick, parts } = session;
  const { stateOf } = triage;
  const { view } = day;
  const { date } = view.digest;
  const rows = useRows(view, stateOf);
  if (rows.length === 0)
    return (
      <NothingToShow
        view={view}
        counts={counts}
        previous={previous}
        previousCount={previousCount}
        onChoose={day.choose}
        onPick={pick}
        onHidden={() => day.showHidden(true)}
        onSearchLibrary={(text) => void openPage(searchAddress(text))}
      />
    );
  const left = leftOn(memory.place(), date);
  return (
    <PaperList
      key={date}
      label={printDay(date)}
      rows={rows}
      stateOf={stateOf}
      unfolded={view.unfolded}
      onUnfold={day.unfold}
      onAct={acts.act}
      onGroup={(group, what) => (what === 'fold' ? day.fold(group) : acts.markGroupRead(group))}
      place={left.scroll}
      firstFocus={left.focus}
      onPlace={(scroll) => memory.keepDay(date, { scroll })}
      onFocus={(focus) => memory.keepDay(date, { focus })}
      controls={parts.list}
    >
      <ListFoot
        hidden={counts.hidden}
        showsHidden={view.showsHidden}
        previous={previous}
        gap={gapBetween(previous, date)}
        previousCount={previousCount}
        onHidden={() => day.showHidden(!view.showsHidden)}
        onPick={pick}
      />
    </PaperList>
  );
}

/** Anew where the view or what it counts as read is another: not with every key. */
function useRows(view: DayView, stateOf: StateOf): ListRow[] {
  const shown = shownEntries(view, stateOf);
  const readSigns = shown.map(({ paper }) => Number(stateOf(paper.id).read ?? false)).join('');
  return useMemo(
    () =>
      rowsOf(
        shown,
        {
          group: view.group,
          isFolded: (group) => isFolded(view, group),
          alsoIn: (others) => t('popup_also', others.join(', ')),
          without: t('popup_withoutSubject'),
        },
        stateOf,
      ),
    [view, shown.length, readSigns],
  );
}
