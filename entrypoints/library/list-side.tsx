import { useMemo, useReducer, useState } from 'preact/hooks';
import { LibraryFoot } from '../../components/library/library-foot';
import { ListHead } from '../../components/library/list-head';
import { ListRoom } from '../../components/library/list-room';
import { NothingFound } from '../../components/library/nothing-found';
import { PaperList } from '../../components/paper/paper-list';
import { logError } from '../../lib/browser/log-error';
import { printDay } from '../../lib/days/print';
import { withoutFilters } from '../../lib/find/query/chips';
import { FILTER_NAMES } from '../../lib/find/query/query';
import { t } from '../../lib/i18n/translate';
import { unfoldedWith } from '../../lib/lists/day-view';
import { idsOf, type LibraryView } from '../../lib/lists/library-view';
import type { PaperRow, Unfolded } from '../../lib/lists/rows';
import type { ArxivId } from '../../lib/paper';
import { MapRoom } from './map-room';
import type { LibrarySession } from './session';

/** Rows read ahead of those in view, to either side. */
const ROWS_AHEAD = 40;

/** The papers that were found, as a list or as a map, between what is said above and below them. */
export function ListSide(session: LibrarySession) {
  const { bar, view, stock, selection, acts, triage, follow } = session;
  const [unfolded, setUnfolded] = useState<ReadonlyMap<ArxivId, Unfolded>>(new Map());
  const isMap = bar.address.isMap === true;
  const query = bar.address.query.trim();
  const { selected } = selection;
  return (
    <>
      <ListHead
        papers={view.papers.length}
        days={view.byDay.size}
        all={stock.shelf.ids.length}
        order={view.order}
        orders={view.orders}
        selected={selected.size}
        onOrder={(order) => bar.replace({ order })}
        onSelectAll={(all) => selection.choose(all ? idsOf(view) : [])}
        onAct={(what) => acts.act([...selected], what)}
        onExport={(format) => {
          const chosen = idsOf(view).filter((id) => selected.size === 0 || selected.has(id));
          acts.save(query || t('library_papers'), chosen, format);
        }}
        isMap={isMap}
        onMap={(on) => bar.go({ isMap: on })}
      />
      {isMap ? (
        <FoundOnMap {...session} />
      ) : (
        <ListRoom query={view.query} onOpen={session.opening.open}>
          {view.papers.length === 0 ? (
            <NothingFound
              query={view.query.trim()}
              withoutFilters={withoutFilters(view.asked, FILTER_NAMES)}
              hrefOf={bar.hrefOfQuery}
              onFollow={follow}
            />
          ) : (
            <FoundPapers
              {...session}
              unfolded={unfolded}
              onUnfold={(id, to) => setUnfolded(unfoldedWith(unfolded, id, to))}
            />
          )}
        </ListRoom>
      )}
      <LibraryFoot
        said={acts.said}
        isMap={isMap}
        last={triage.last()}
        hidden={view.hidden}
        unknown={view.unknown}
        lookedThrough={view.lookedThrough}
        hiddenHref={bar.hrefOfQuery(`${query} is:hidden`.trim())}
        onFollow={follow}
        onUndo={() => triage.undo()}
      />
    </>
  );
}

interface FoundPapersProps extends LibrarySession {
  unfolded: ReadonlyMap<ArxivId, Unfolded>;
  onUnfold: (id: ArxivId, to: Unfolded | undefined) => void;
}

function FoundPapers({ view, entries, unfolded, onUnfold, ...session }: FoundPapersProps) {
  const { bar, triage, selection, acts, opening, parts } = session;
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const rows = useMemo(() => rowsOf(view), [view]);
  return (
    <PaperList
      label={t('library_list')}
      rows={rows}
      entryOf={(id) => entries.of(view, id)}
      stateOf={triage.stateOf}
      unfolded={unfolded}
      onUnfold={onUnfold}
      terms={view.terms}
      selected={selection.selected}
      shown={bar.address.paper}
      controls={parts.list}
      onSelect={(id, isRange) => (isRange ? selection.stretchTo(id) : selection.toggle(id))}
      onAct={(id, what) => acts.act([id], what)}
      onFocus={opening.showBeside}
      onRange={(first, last) => {
        entries
          .load(view, first - ROWS_AHEAD, last + ROWS_AHEAD)
          .then((isNew) => isNew && redraw())
          .catch(logError);
      }}
    />
  );
}

function rowsOf({ shelf, selection, papers }: LibraryView): PaperRow[] {
  const days = shelf.digests.map(({ date }) => printDay(date));
  return Array.from(papers, (number): PaperRow => {
    const aside = days[selection.digestOf[number] ?? -1];
    return { kind: 'paper', id: shelf.ids[number] ?? '', aside };
  });
}

function FoundOnMap({ db, view, triage, selection, opening, parts }: LibrarySession) {
  // One that is hidden under the reader's eyes stays on the map, which would have to be drawn anew without it.
  const ids = useMemo(() => idsOf(view), [view.query, view.order, view.shelf]);
  return (
    <MapRoom
      db={db}
      ids={ids}
      controls={parts.map}
      stateOf={(id) => {
        const { hidden, starred, read } = triage.stateOf(id);
        return hidden ? 'hidden' : starred ? 'starred' : read ? 'read' : undefined;
      }}
      onOpen={opening.open}
      onRegion={(chosen) => selection.choose(chosen ?? [])}
    />
  );
}
