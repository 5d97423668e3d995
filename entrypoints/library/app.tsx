import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { Library } from '../../components/library/library';
import { LibraryFoot } from '../../components/library/library-foot';
import { ListHead } from '../../components/library/list-head';
import { NothingFound } from '../../components/library/nothing-found';
import { type DetailLinks, PaperDetail } from '../../components/library/paper-detail';
import { railSections } from '../../components/library/rail-sections';
import type { CardAct, Unfolded } from '../../components/paper/paper-card';
import { type ListControls, PaperList, type PaperRow } from '../../components/paper/paper-list';
import { listKeys, useTriageKeys } from '../../components/paper/use-triage-keys';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { onSettings } from '../../lib/browser/settings';
import { openOptions } from '../../lib/browser/tabs';
import { printDay } from '../../lib/days/print';
import type { ExportFormat } from '../../lib/export/list';
import { saveList } from '../../lib/export/save-list';
import type { Finder } from '../../lib/find/finder';
import { withoutFilters } from '../../lib/find/query/chips';
import { dayRangeOf, withDayRange } from '../../lib/find/query/day-range';
import { writeFilter } from '../../lib/find/query/query';
import { t } from '../../lib/i18n/translate';
import { facetsOf, tagsOf } from '../../lib/lists/facets';
import { type Address, readAddress, writeAddress } from '../../lib/lists/library-address';
import type { LibraryView } from '../../lib/lists/library-view';
import type { Entries } from '../../lib/lists/row-cache';
import type { ArxivId, ReadingChange, ReadingState } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { listedPapers } from '../../lib/store/views/listed-papers';
import { DaysRoom } from './days-room';
import { MapRoom } from './map-room';
import { usePainted } from './use-painted';
import { usePaper } from './use-paper';
import { useReading } from './use-reading';
import { useSavedCounts } from './use-saved-counts';
import { useShelf } from './use-shelf';
import { useView } from './use-view';

export interface AppProps {
  db: LensDatabase;
  finder: Finder;
  entries: Entries;
  view: LibraryView;
  states: readonly ReadingState[];
  saved: readonly string[];
}

/** Rows read ahead of those in view, to either side. */
const ROWS_AHEAD = 40;

/** From here on the paper stands beside the list. */
const WIDE = '(min-width: 1000px)';

export function App({
  db,
  finder,
  entries,
  view: firstView,
  states: firstStates,
  saved: firstSaved,
}: AppProps) {
  const [address, setAddress] = useState(() => readAddress(location.search));
  const [saved, setSaved] = useState(firstSaved);
  const [unfolded, setUnfolded] = useState<ReadonlyMap<ArxivId, Unfolded>>(new Map());
  const [selected, setSelected] = useState<ReadonlySet<ArxivId>>(new Set());
  const [said, say] = useState('');
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const controls = useRef<ListControls>(null);
  const anchor = useRef<ArxivId>();
  const { triage, states } = useReading(db, firstStates);
  const shelf = useShelf(db, firstView.shelf);
  const stock = { shelf, finder, states };
  const view = useView(stock, entries, firstView, {
    query: address.query,
    order: address.order,
  });
  const open = usePaper(db, address.paper, shelf);
  const isPainted = usePainted();
  const savedCounts = useSavedCounts(stock, saved);
  useEffect(() => {
    if (isPainted) requestIdleCallback(() => void finder.warmUp().catch(logError));
  }, [isPainted]);
  const facets = useMemo(() => (isPainted ? facetsOf(shelf) : undefined), [isPainted, shelf]);
  const asked = dayRangeOf(address.query);
  const isMap = address.isMap === true;
  const query = address.query.trim();

  // Its paper may still have to be read.
  const wantsDetail = useRef(false);
  useEffect(() => {
    if (!wantsDetail.current || open?.page === undefined || open.id !== address.paper) return;
    wantsDetail.current = false;
    document.getElementById('detail-title')?.focus();
  });

  /** A step that the reader may want to go back on is one of the browser's. */
  function go(next: Address, isStep = true): void {
    if (isStep) history.pushState(null, '', writeAddress(next));
    else history.replaceState(null, '', writeAddress(next));
    setAddress(next);
  }
  const hrefOf = (changes: Partial<Address>): string => writeAddress({ ...address, ...changes });
  const hrefOfQuery = (text: string): string => hrefOf({ query: text, order: undefined, paper: undefined });
  const follow = (href: string): void => {
    go(readAddress(new URL(href, location.href).search));
    say('');
  };
  const idsInView = (): ArxivId[] => [...view.papers].flatMap((number) => view.shelf.ids[number] ?? []);

  useEffect(() => {
    const back = () => setAddress(readAddress(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => onSettings(({ savedSearches }) => setSaved(savedSearches)), []);
  useEffect(() => {
    setSelected(new Set());
    anchor.current = undefined;
  }, [view.query]);
  useEffect(() => {
    document.title = query === '' ? t('library_title') : `${query} – ${t('library_title')}`;
  }, [query]);

  useLayoutEffect(() => {
    document.querySelector('.list-room .list')?.scrollTo(0, 0);
  }, [view.query, view.order]);

  const rows = useMemo(() => {
    const days = view.shelf.digests.map(({ date }) => printDay(date));
    return Array.from(view.papers, (number): PaperRow => {
      const aside = days[view.selection.digestOf[number] ?? -1];
      return { kind: 'paper', id: view.shelf.ids[number] ?? '', aside };
    });
  }, [view]);

  function act(ids: readonly ArxivId[], what: CardAct): void {
    const flag = FLAG_OF[what];
    const isOn = ids.every((id) => triage.stateOf(id)[flag]);
    if (what === 'hide' && !isOn) leave(ids);
    triage.change(ids, { [flag]: !isOn });
    say('');
  }
  /** A paper that leaves the list hands the focus to the next one. */
  function leave(ids: readonly ArxivId[]): void {
    const focused = controls.current?.focused();
    if (focused === undefined || !ids.includes(focused)) return;
    const at = rows.findIndex(({ id }) => id === focused);
    const heir = rows.slice(at + 1).find(({ id }) => !ids.includes(id)) ?? rows[at - 1];
    if (heir) controls.current?.focus(heir.id);
  }
  function change(id: ArxivId, changes: ReadingChange): void {
    triage.change([id], changes);
  }

  function select(id: ArxivId, isRange: boolean): void {
    const next = new Set(selected);
    const from = rows.findIndex((row) => row.id === anchor.current);
    const to = rows.findIndex((row) => row.id === id);
    if (isRange && from !== -1)
      for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(row.id);
    else if (!next.delete(id)) next.add(id);
    anchor.current = id;
    setSelected(next);
  }

  async function save(format: ExportFormat): Promise<void> {
    const all = idsInView();
    const ids = selected.size > 0 ? all.filter((id) => selected.has(id)) : all;
    saveList({ name: query || t('library_papers'), papers: await listedPapers(db, ids) }, format);
  }

  async function copy(id: ArxivId, format: ExportFormat | undefined): Promise<void> {
    const papers = await listedPapers(db, [id]);
    const text = format ? format.write({ name: id, papers }) : `https://arxiv.org/abs/${id}`;
    await navigator.clipboard.writeText(text);
    say(t('library_copied'));
  }

  function openPaper(id: ArxivId): void {
    go({ ...address, paper: id }, address.paper === undefined || !matchMedia(WIDE).matches);
    wantsDetail.current = true;
  }
  function closePaper(): void {
    const id = address.paper;
    go({ ...address, paper: undefined }, false);
    if (id !== undefined) requestAnimationFrame(() => controls.current?.focus(id));
  }

  useTriageKeys((focused) => {
    const list = controls.current;
    // On the map and beside the list one paper is meant, whatever is selected.
    const single = focused.closest('.detail')
      ? address.paper
      : focused.closest<HTMLElement>('.map-room [data-arxiv-id]')?.dataset['arxivId'];
    const id = single ?? list?.focused();
    const chosen = single === undefined && selected.size > 0 ? [...selected] : id === undefined ? [] : [id];
    return {
      ...listKeys(list),
      star: () => act(chosen, 'star'),
      read: () => act(chosen, 'read'),
      hide: () => act(chosen, 'hide'),
      select: () => (id === undefined ? false : select(id, false)),
      undo: () => triage.undo(),
      search: () => document.querySelector<HTMLElement>('.search-field input')?.focus(),
    };
  });
  useLayoutEffect(() => {
    const leaveOnEscape = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
      if (target.closest('.detail')) closeDetail();
      else if (selected.size > 0) setSelected(new Set());
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', leaveOnEscape);
    return () => document.removeEventListener('keydown', leaveOnEscape);
  });

  function closeDetail(): void {
    if (!matchMedia(WIDE).matches) closePaper();
    else if (isMap) document.querySelector<HTMLElement>('.map-plane')?.focus();
    else if (address.paper !== undefined) controls.current?.focus(address.paper);
  }

  const hrefs: DetailLinks = {
    paper: (paper) => hrefOf({ paper }),
    digest: (date, subject) =>
      hrefOfQuery(`day:${date}${subject === undefined ? '' : ` ${writeFilter('subject', subject)}`}`),
    author: (name) => hrefOfQuery(`author:"${name.replaceAll('"', '')}"`),
    tag: (tag) => hrefOfQuery(writeFilter('tag', tag)),
  };
  const sections = railSections({
    query: address.query,
    shelf,
    states,
    facets,
    saved,
    savedCounts,
    hrefOf: hrefOfQuery,
    onRemove: (each) =>
      void send('changeSettings', { savedSearches: saved.filter((other) => other !== each) }),
  });
  const isSaved = saved.includes(query);

  const lookOf = (id: ArxivId): 'hidden' | 'starred' | 'read' | undefined => {
    const { hidden, starred, read } = triage.stateOf(id);
    return hidden ? 'hidden' : starred ? 'starred' : read ? 'read' : undefined;
  };
  // One that is hidden under the reader's eyes stays on the map, which would have to be drawn anew without it.
  const mapped = useMemo(() => (isMap ? idsInView() : []), [isMap, view.query, view.order, view.shelf]);

  const list = () => (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter clicks the link with the focus. */}
      <div
        class="list-room"
        data-query={view.query}
        onClick={(event) => {
          const { target } = event;
          if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
          const id = target.closest<HTMLElement>('[data-arxiv-id]')?.dataset['arxivId'];
          if (id === undefined || target.closest('button, input, .details a')) return;
          event.preventDefault();
          openPaper(id);
        }}
      >
        {view.papers.length === 0 ? (
          <NothingFound
            query={view.query.trim()}
            withoutFilters={withoutFilters(view.query, [
              'is',
              'day',
              'from',
              'to',
              'subject',
              'topic',
              'source',
              'tag',
            ])}
            hrefOf={hrefOfQuery}
            onFollow={follow}
          />
        ) : (
          <PaperList
            label={t('library_list')}
            rows={rows}
            entryOf={(id) => entries.of(view, id)}
            stateOf={triage.stateOf}
            unfolded={unfolded}
            terms={view.terms}
            selected={selected}
            shown={address.paper}
            controls={controls}
            onSelect={select}
            onUnfold={(id, to) => {
              const now = new Map(unfolded);
              if (to === undefined) now.delete(id);
              else now.set(id, to);
              setUnfolded(now);
            }}
            onAct={(id, what) => act([id], what)}
            onFocus={(id) => {
              if (matchMedia(WIDE).matches && id !== address.paper) go({ ...address, paper: id }, false);
            }}
            onRange={(from, to) =>
              void entries.load(view, from - ROWS_AHEAD, to + ROWS_AHEAD).then((isNew) => isNew && redraw())
            }
          />
        )}
      </div>
    </>
  );

  return (
    <Library
      search={{
        text: address.query,
        // The first letter of a search is a step, those after it are not.
        onText: (text) => go({ ...address, query: text, order: undefined }, query === ''),
        onLeave: () => controls.current?.move(1),
      }}
      sections={sections}
      isCounted={isPainted}
      onFollow={follow}
      isSaved={isSaved}
      onSave={
        query === ''
          ? undefined
          : () =>
              void send('changeSettings', {
                savedSearches: isSaved ? saved.filter((each) => each !== query) : [...saved, query],
              })
      }
      onOptions={() => void openOptions()}
      isPaperOpen={address.paper !== undefined}
      isMap={isMap}
      days={
        isPainted && (
          <DaysRoom
            stock={stock}
            view={view}
            range={asked}
            onRange={(range) =>
              go({ ...address, query: withDayRange(address.query, range) }, asked === undefined)
            }
          />
        )
      }
      list={
        <>
          <ListHead
            papers={view.papers.length}
            days={view.byDay.size}
            all={shelf.ids.length}
            order={view.order}
            orders={view.orders}
            selected={selected.size}
            onOrder={(order) => go({ ...address, order }, false)}
            onSelectAll={(all) => setSelected(new Set(all ? idsInView() : []))}
            onAct={(what) => act([...selected], what)}
            onExport={(format) => void save(format)}
            isMap={isMap}
            onMap={(on) => go({ ...address, isMap: on })}
          />
          {isMap ? (
            <MapRoom
              db={db}
              ids={mapped}
              stateOf={lookOf}
              onOpen={openPaper}
              onRegion={(ids) => setSelected(new Set(ids))}
            />
          ) : (
            list()
          )}
          <LibraryFoot
            said={said}
            isMap={isMap}
            last={triage.last()}
            hidden={view.hidden}
            unknown={view.unknown}
            lookedThrough={view.lookedThrough}
            hiddenHref={hrefOfQuery(`${query} is:hidden`.trim())}
            onFollow={follow}
            onUndo={() => void triage.undo()}
          />
        </>
      }
      paper={
        open === undefined ? (
          <p class="hint">{t('library_pick')}</p>
        ) : open.page ? (
          <PaperDetail
            page={open.page}
            state={states.get(open.id) ?? {}}
            related={open.related}
            terms={view.terms}
            knownTags={tagsOf(states).map(({ name }) => name)}
            hrefs={hrefs}
            onFollow={follow}
            onAct={(what) => act([open.id], what)}
            onNote={(note) => change(open.id, { note })}
            onTags={(tags) => change(open.id, { tags })}
            onCopy={(format) => void copy(open.id, format)}
            onBack={closePaper}
          />
        ) : (
          <div class="empty">
            <p>{t('library_gone', open.id)}</p>
            <a class="button" href={`https://arxiv.org/abs/${open.id}`} target="_blank" rel="noreferrer">
              {t('library_onArxiv')}
            </a>
          </div>
        )
      }
    />
  );
}

const FLAG_OF = { star: 'starred', read: 'read', hide: 'hidden' } as const;
