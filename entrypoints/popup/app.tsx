import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { EmptyList } from '../../components/page/empty-list';
import { KeyHelp } from '../../components/page/key-help';
import type { CardAct } from '../../components/paper/paper-card';
import { type ListControls, PaperList } from '../../components/paper/paper-list';
import { listKeys, useTriageKeys } from '../../components/paper/use-triage-keys';
import { Calendar } from '../../components/popup/calendar';
import { Popup } from '../../components/popup/popup';
import { doneText, gapBetween } from '../../components/popup/wording';
import { onChanges } from '../../lib/browser/changes';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { openOptions, openPage } from '../../lib/browser/tabs';
import { currentDay, neighbours } from '../../lib/days/calendar';
import { printDay } from '../../lib/days/print';
import { saveList } from '../../lib/export/save-list';
import { t, tn, tNodes } from '../../lib/i18n/translate';
import { progressSummary } from '../../lib/import/wording';
import { countDay, groupsOf, rowsOf } from '../../lib/lists/day-list';
import { createTriage } from '../../lib/lists/triage';
import type { AnnouncementDate, ArxivId, ReadingChange } from '../../lib/paper';
import { AT_WORK } from '../../lib/store/jobs/imports';
import { daysOf } from '../../lib/store/keys';
import type { StoredImport } from '../../lib/store/records';
import {
  countDays,
  type DayCount,
  type DayDigest,
  type DayWithStates,
  readDayDigest,
} from '../../lib/store/views/day-digest';
import type { ListedPaper } from '../../lib/store/views/listed-papers';
import { readingStates } from '../../lib/store/views/reading-states';
import { choose, type DayView, openView } from './day-view';
import { type LastPlace, placeOn, writeLastPlace } from './last-place';

/** As long as what was done stands in the footer. */
const SAID_MS = 8000;

/** What there is once the digest is painted. */
export type Store = typeof import('./late-store');

export interface AppProps {
  store: Promise<Store>;
  today: AnnouncementDate;
  firstDays: AnnouncementDate[];
  first: DayWithStates;
  place: LastPlace;
}

export function App({ store, today, firstDays, first, place }: AppProps) {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const [said, say] = useSaid();
  const [triage] = useState(() => {
    const made = createTriage({
      changeReading: (change) => send('changeReading', change),
      putBackReading: (before) => send('putBackReading', before),
      tell: () => redraw(),
      failed(error) {
        logError(error);
        say({ text: t('popup_notStored'), canUndo: false });
      },
    });
    made.know(first.states.values());
    return made;
  });
  const [days, setDays] = useState(firstDays);
  const [view, setView] = useState(() =>
    openView(first.digest, place, placeOn(place, first.digest.date), triage.stateOf),
  );
  const [jobs, setJobs] = useState<StoredImport[]>([]);
  const [sheet, setSheet] = useState<'calendar' | 'help'>();
  const [catchUp, setCatchUp] = useState<readonly AnnouncementDate[]>();
  const [before, setBefore] = useState<DayCount>();
  const controls = useRef<ListControls>(null);
  const field = useRef<HTMLInputElement>(null);

  const { digest } = view;
  const { date, entries } = digest;
  const { previous, next } = neighbours(days, date);
  const own = placeOn(place, date);
  const latest = currentDay(days, today) ?? date;
  const atWork = jobs.find(({ state }) => AT_WORK.includes(state));
  const missed = days.filter((day) => place.since !== undefined && day > place.since && day <= today);

  const keep = (changes: Partial<LastPlace>) => writeLastPlace(Object.assign(place, changes));
  const keepOwn = (changes: object) => {
    Object.assign(own, changes);
    writeLastPlace(place);
  };
  const change = (choices: Parameters<typeof choose>[1]) =>
    setView((now) => choose(now, choices, triage.stateOf));

  const countedDays = async (beginning: string) => countDays((await store).db, beginning);

  async function pick(day: AnnouncementDate): Promise<void> {
    const { db } = await store;
    const { digest: picked, states } = await readDayDigest(db, day);
    triage.know(states.values());
    setView(openView(picked, place, placeOn(place, day), triage.stateOf));
    setSheet(undefined);
    say(undefined);
    keep({ day });
  }

  useStore(store, ({ db, watchJobs }) => watchJobs(db, setJobs), []);
  useStore(
    store,
    ({ db, watchDigestKeys }) =>
      watchDigestKeys(db, (keys) => {
        const now = daysOf(keys);
        setDays((known) => (known.join() === now.join() ? known : now));
        if (keys.filter((key) => key.startsWith(date)).length === digest.paths.length) return;
        void readDayDigest(db, date).then(({ digest: again, states }) => {
          triage.know(states.values());
          change({ digest: again });
        });
      }),
    [digest],
  );
  useEffect(() => {
    const known = new Set(entries.map(({ paper }) => paper.id));
    return onChanges({
      reading(ids) {
        const ours = ids.filter((id) => known.has(id));
        if (ours.length === 0) return;
        void store
          .then(({ db }) => readingStates(db, ours))
          .then((states) => triage.know(ours.map((id) => states.get(id) ?? { id, changedAt: 0 })));
      },
      settings: () => {},
    });
  }, [digest]);
  useEffect(() => keep({ latest: days.at(-1) }), [days]);
  useEffect(() => {
    setBefore(undefined);
    if (previous !== undefined) void countedDays(previous).then((counts) => setBefore(counts.get(previous)));
  }, [previous]);
  useEffect(() => {
    if (view.sort !== 'starred') return;
    const ids = entries.map(({ paper }) => paper.id);
    void send('closeness', ids).then((closeness) =>
      change({ closeness: new Map(Object.entries(closeness)) }),
    );
  }, [view.sort, digest]);

  function apply(ids: readonly ArxivId[], to: ReadingChange): void {
    triage.change(ids, to);
    if (ids.length > 0) say({ text: doneText(to, tn('papers', ids.length)), canUndo: true });
  }

  function act(id: ArxivId, what: CardAct): void {
    const { read = false, starred = false, hidden = false } = triage.stateOf(id);
    if (what === 'star') apply([id], { starred: !starred });
    else if (what === 'read') apply([id], { read: !read });
    else {
      if (!hidden && !view.showsHidden && controls.current?.focused() === id) {
        // Its row goes: the focus has to be elsewhere before.
        controls.current.move(1);
        if (controls.current.focused() === id) controls.current.move(-1);
      }
      apply([id], { hidden: !hidden });
    }
  }

  function undo(): void {
    if (triage.undo()) say({ text: t('popup_undone'), canUndo: triage.last() !== undefined });
  }

  useTriageKeys(() => {
    if (sheet !== undefined) return {};
    const list = controls.current;
    const id = list?.focused();
    const onPaper = (what: CardAct) => () => (id === undefined ? false : act(id, what));
    return {
      ...listKeys(list),
      star: onPaper('star'),
      read: onPaper('read'),
      hide: onPaper('hide'),
      undo,
      search: () => field.current?.select(),
      'previous day': () => void (previous && pick(previous)),
      'next day': () => void (next && pick(next)),
      help: () => setSheet('help'),
    };
  });

  const counts = countDay(entries, triage.stateOf);
  const shown = view.members.filter(({ paper }) => view.showsHidden || !triage.stateOf(paper.id).hidden);
  const isFolded = (key: string) =>
    view.text === '' && (view.folds[key] ?? (view.show === 'all' && view.readBefore.has(key)));
  const signs = shown.map(({ paper }) => Number(triage.stateOf(paper.id).read ?? false)).join('');
  const rows = useMemo(
    () =>
      rowsOf(
        shown,
        {
          group: view.group,
          isFolded,
          alsoIn: (others) => t('popup_also', others.join(', ')),
          without: t('popup_withoutSubject'),
        },
        triage.stateOf,
      ),
    [view, shown.length, signs],
  );

  function onGroup(key: string, what: 'fold' | 'read'): void {
    if (what === 'fold') {
      const folds = { ...view.folds, [key]: !isFolded(key) };
      setView({ ...view, folds });
      keepOwn({ folds });
      return;
    }
    const unread = groupsOf(shown, view.group, key).filter(({ paper }) => !triage.stateOf(paper.id).read);
    apply(
      unread.map(({ paper }) => paper.id),
      { read: true },
    );
  }

  return (
    <>
      <Popup
        today={today}
        latest={latest}
        days={{
          day: date,
          previous,
          next,
          isOpen: sheet === 'calendar',
          gapBefore: gapBetween(previous, date),
          gapAfter: gapBetween(date, next),
          onPick: (day) => void pick(day),
          onOpen: () => setSheet(sheet === 'calendar' ? undefined : 'calendar'),
        }}
        order={{
          sort: view.sort,
          group: view.group,
          onSort(sort) {
            change({ sort });
            keep({ sort });
          },
          onGroup(group) {
            change({ group });
            keep({ group });
          },
        }}
        filter={{
          counts,
          show: view.show,
          text: view.text,
          onShow(show) {
            change({ show });
            keepOwn({ show });
          },
          onType(text) {
            change({ text });
            keepOwn({ text });
          },
          onLeave() {
            field.current?.blur();
            controls.current?.move(1);
          },
        }}
        field={field}
        progress={atWork && progressSummary(atWork)}
        catchUp={
          <CatchUp
            missed={missed}
            under={catchUp}
            day={date}
            onStart={() => {
              setCatchUp(missed);
              void pick(missed[0] ?? date);
            }}
            onPick={(day) => void pick(day)}
            onEnd={() => {
              setCatchUp(undefined);
              keep({ since: days.at(-1) });
            }}
          />
        }
        done={said?.text}
        canUndo={said?.canUndo ?? false}
        onUndo={undo}
        onExport={(format) => saveList({ name: date, papers: listedOn(digest) }, format)}
        onLibrary={() => void openPage('library.html')}
        onOptions={() => void openOptions()}
        onHelp={() => setSheet('help')}
      >
        {shown.length === 0 ? (
          <Nothing
            view={view}
            counts={counts}
            previous={previous}
            before={before}
            onChoose={change}
            onPick={(day) => void pick(day)}
            onHidden={() => setView({ ...view, showsHidden: true })}
          />
        ) : (
          <PaperList
            key={date}
            label={printDay(date)}
            rows={rows}
            stateOf={triage.stateOf}
            unfolded={view.unfolded}
            onUnfold={(id, to) => {
              const unfolded = new Map(view.unfolded);
              if (to === undefined) unfolded.delete(id);
              else unfolded.set(id, to);
              setView({ ...view, unfolded });
              keepOwn({ unfolded: [...unfolded] });
            }}
            onAct={act}
            onGroup={onGroup}
            place={own.scroll}
            firstFocus={own.focus}
            onPlace={(scroll) => keepOwn({ scroll })}
            onFocus={(focus) => keepOwn({ focus })}
            controls={controls}
          >
            <ListFoot
              hidden={counts.hidden}
              showsHidden={view.showsHidden}
              previous={previous}
              gap={gapBetween(previous, date)}
              before={before}
              onHidden={() => setView({ ...view, showsHidden: !view.showsHidden })}
              onPick={(day) => void pick(day)}
            />
          </PaperList>
        )}
        {sheet === 'calendar' && (
          <Calendar
            day={date}
            today={today}
            days={new Set(days)}
            countsOf={countedDays}
            onPick={(day) => void pick(day)}
            onClose={() => {
              setSheet(undefined);
              document.querySelector<HTMLElement>('h1 button')?.focus();
            }}
          />
        )}
      </Popup>
      {sheet === 'help' && <KeyHelp without={['select']} onClose={() => setSheet(undefined)} />}
    </>
  );
}

interface Said {
  text: string;
  canUndo: boolean;
}

/** Follows what the store tells, from when it is there. */
function useStore(
  store: Promise<Store>,
  follow: (store: Store) => () => void,
  inputs: readonly unknown[],
): void {
  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | undefined;
    void store.then((loaded) => {
      if (!isOver) stop = follow(loaded);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, inputs);
}

/** What stands in the footer for a while. */
function useSaid(): [Said | undefined, (said: Said | undefined) => void] {
  const [said, say] = useState<Said>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => say(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
}

interface CatchUpProps {
  missed: readonly AnnouncementDate[];
  under: readonly AnnouncementDate[] | undefined;
  day: AnnouncementDate;
  onStart: () => void;
  onPick: (day: AnnouncementDate) => void;
  onEnd: () => void;
}

/** Through the days since the last visit, the earliest first. */
function CatchUp({ missed, under, day, onStart, onPick, onEnd }: CatchUpProps) {
  if (!under) {
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
  const next = under.find((other) => other > day);
  return (
    <p class="calm">
      {t('popup_catchingUp', under.filter((other) => other <= day).length, under.length)} ·{' '}
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

interface NothingProps {
  view: DayView;
  counts: ReturnType<typeof countDay>;
  previous: AnnouncementDate | undefined;
  before: DayCount | undefined;
  onChoose: (choices: Parameters<typeof choose>[1]) => void;
  onPick: (day: AnnouncementDate) => void;
  onHidden: () => void;
}

/** Why there is no paper to show, and what to do about it. */
function Nothing({ view, counts, previous, before, onChoose, onPick, onHidden }: NothingProps) {
  const { digest, text, show } = view;
  const showAll = (
    <button type="button" class="link" onClick={() => onChoose({ show: 'all', text: '' })}>
      {tn('popup_showAll', counts.all)}
    </button>
  );
  if (digest.entries.length === 0)
    return <EmptyList fact={t('popup_noPapers')} next={t('popup_noEntries', digest.paths.join(', '))} />;
  if (text.trim() !== '')
    return (
      <EmptyList fact={t('popup_nothingWith', text.trim())} next={t('popup_otherDays')}>
        <button
          type="button"
          class="button"
          onClick={() => void openPage(`library.html?q=${encodeURIComponent(text.trim())}`)}
        >
          {t('popup_searchLibrary')}
        </button>
        <button type="button" class="link" onClick={() => onChoose({ text: '' })}>
          {t('popup_clearFilter')}
        </button>
      </EmptyList>
    );
  if (counts.all === 0)
    return (
      <EmptyList fact={tn('popup_allHidden', counts.hidden)}>
        <button type="button" class="button" onClick={onHidden}>
          {t('popup_showThem')}
        </button>
      </EmptyList>
    );
  if (show === 'starred')
    return (
      <EmptyList fact={t('popup_noStars')} next={t('popup_starHint')}>
        {showAll}
      </EmptyList>
    );
  return (
    <EmptyList
      fact={tn('popup_allRead', counts.all)}
      next={
        previous !== undefined && before
          ? t('popup_dayBefore', printDay(previous), tn('popup_unreadCount', before.unread))
          : undefined
      }
    >
      {previous !== undefined && (
        <button type="button" class="button" onClick={() => onPick(previous)}>
          {t('popup_goTo', printDay(previous))}
        </button>
      )}
      {showAll}
    </EmptyList>
  );
}

interface ListFootProps {
  hidden: number;
  showsHidden: boolean;
  previous: AnnouncementDate | undefined;
  gap: string | undefined;
  before: DayCount | undefined;
  onHidden: () => void;
  onPick: (day: AnnouncementDate) => void;
}

/** After the last paper: what is hidden, and which digest comes before. */
function ListFoot({ hidden, showsHidden, previous, gap, before, onHidden, onPick }: ListFootProps) {
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
          {[before && tn('popup_unreadCount', before.unread), gap].map((fact) => fact && ` · ${fact}`)}
        </p>
      )}
    </div>
  );
}

function listedOn({ date, entries }: DayDigest): ListedPaper[] {
  return entries.map(({ paper, categories = [] }) => ({ paper, categories, date }));
}
