import { useEffect, useLayoutEffect } from 'preact/hooks';
import { Library } from '../../components/library/library';
import { usePainted } from '../../components/page/use-painted';
import { logError } from '../../lib/browser/log-error';
import { openOptions } from '../../lib/browser/tabs';
import type { Finder } from '../../lib/find/finder';
import { dayRangeOf, withDayRange } from '../../lib/find/query/day-range';
import { t } from '../../lib/i18n/translate';
import { idsOf, type LibraryView } from '../../lib/lists/library-view';
import type { Entries } from '../../lib/lists/row-cache';
import type { ReadingState } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { DaysRoom } from './days-room';
import { ListSide } from './list-side';
import { PaperSide } from './paper-side';
import { useParts } from './parts';
import type { LibrarySession } from './session';
import { useActs } from './use-acts';
import { useAddress } from './use-address';
import { useLibraryKeys } from './use-library-keys';
import { useOpening } from './use-opening';
import { usePaper } from './use-paper';
import { useRail } from './use-rail';
import { useReading } from './use-reading';
import { useSavedSearches } from './use-saved-searches';
import { useSelection } from './use-selection';
import { useShelf } from './use-shelf';
import { useView } from './use-view';

interface AppProps {
  db: LensDatabase;
  finder: Finder;
  entries: Entries;
  view: LibraryView;
  states: readonly ReadingState[];
  saved: readonly string[];
}

export function App(props: AppProps) {
  const session = useSession(props);
  const { bar, stock, view, searches, isPainted, parts, follow } = session;
  const { address } = bar;
  const query = address.query.trim();
  const range = dayRangeOf(bar.asked);
  return (
    <Library
      search={{
        text: address.query,
        field: parts.search,
        // The first letter of a search is a step, those after it are not.
        onText: (text) => (query === '' ? bar.go : bar.replace)({ query: text, order: undefined }),
        onLeave: () => parts.list.current?.move(1),
      }}
      sections={useRail(session)}
      isCounted={isPainted}
      onFollow={follow}
      isSaved={searches.saved.includes(query)}
      onSave={query === '' ? undefined : () => searches.toggle(query)}
      onOptions={() => void openOptions()}
      isPaperOpen={address.paper !== undefined}
      isMap={address.isMap === true}
      days={
        isPainted && (
          <DaysRoom
            stock={stock}
            view={view}
            range={range}
            onRange={(to) => {
              const changes = { query: withDayRange(bar.asked, to) };
              (range === undefined ? bar.go : bar.replace)(changes);
            }}
          />
        )
      }
      list={<ListSide {...session} />}
      paper={<PaperSide {...session} />}
      detail={parts.detail}
    />
  );
}

/** What there is, what is shown of it, and what the reader can do with it. */
function useSession({
  db,
  finder,
  entries,
  view: first,
  states: firstStates,
  saved,
}: AppProps): LibrarySession {
  const bar = useAddress();
  const { address } = bar;
  const { triage, states } = useReading(db, firstStates);
  const stock = { shelf: useShelf(db, first.shelf), finder, states };
  const view = useView(stock, entries, first, bar.asked, address.order);
  const shown = usePaper(db, address.paper, stock.shelf);
  const isPainted = usePainted();
  const searches = useSavedSearches(saved);
  const parts = useParts();
  const acts = useActs(db, triage, parts.list);
  const selection = useSelection(view.query, () => idsOf(view));
  const opening = useOpening(bar, shown, parts);
  useLibraryKeys({
    parts,
    open: address.paper,
    selection,
    act: acts.act,
    undo: () => void triage.undo(),
    leave: opening.leave,
  });
  useWarmFinder(finder, isPainted);
  useDocumentTitle(address.query.trim());
  useLayoutEffect(() => parts.list.current?.toTop(), [view.query, view.order]);

  const follow = (href: string): void => {
    bar.follow(href);
    acts.forgetSaid();
  };
  const shared = { db, entries, stock, view, shown, isPainted, searches, parts };
  return { ...shared, bar, follow, triage, acts, selection, opening };
}

/** The first search is as quick as the next, where the page has had a moment of rest before. */
function useWarmFinder(finder: Finder, isPainted: boolean): void {
  useEffect(() => {
    if (isPainted) requestIdleCallback(() => void finder.warmUp().catch(logError));
  }, [isPainted]);
}

function useDocumentTitle(query: string): void {
  useEffect(() => {
    document.title = query === '' ? t('library_title') : `${query} – ${t('library_title')}`;
  }, [query]);
}
