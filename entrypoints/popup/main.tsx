import { render } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { NoDigests } from '../../components/no-digests';
import type { Unfolded } from '../../components/paper-card';
import type { ListControls, ListRow } from '../../components/paper-list';
import { Popup } from '../../components/popup';
import { localToday } from '../../lib/announcement-date';
import { printDay } from '../../lib/print-day';
import { progressSummary } from '../../lib/import-summary';
import { send } from '../../lib/messages';
import type { AnnouncementDate, ArxivId } from '../../lib/paper';
import { openOptions, openPage, report as reportError } from '../../lib/platform';
import { preparePage } from '../../lib/reader-language';
import { saveList } from '../../lib/save-list';
import { currentDay, neighbours } from '../../lib/report-day';
import type { ListedPaper } from '../../lib/store/listed-papers';
import { days as storedDays, type Report, reportOn } from '../../lib/store/papers';
import { AT_WORK } from '../../lib/store/imports';
import { LensDatabase, type StoredImport } from '../../lib/store/schema';
import { onNews } from '../../lib/store/news';
import { readingStates } from '../../lib/store/reading-states';
import { watchJobs } from '../../lib/store/watch';
import { createTriage } from '../../lib/triage';
import { actionOfKey } from '../../lib/triage-keys';
import './this-paper';
import { type Place, readPlace, writePlace } from './place';

const db = new LensDatabase();

interface AppProps {
  today: AnnouncementDate;
  days: AnnouncementDate[];
  first: Report;
  place: Place;
}

function App({ today, days, first, place }: AppProps) {
  const [report, setReport] = useState(first);
  const [unfolded, setUnfolded] = useState<ReadonlyMap<ArxivId, Unfolded>>(
    () => new Map(place.expanded?.map((id) => [id, 'short'])),
  );
  const [jobs, setJobs] = useState<StoredImport[]>([]);
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const controls = useRef<ListControls>(null);
  const atWork = jobs.find(({ state }) => AT_WORK.includes(state));
  const { previous, next } = neighbours(days, report.date);
  const [triage] = useState(() =>
    createTriage({
      changeReading: (change) => send('changeReading', change),
      putBackReading: (before) => send('putBackReading', before),
      tell: () => redraw(),
      failed: reportError,
    }),
  );

  const keep = (changes: Partial<Place>) => writePlace(Object.assign(place, changes));

  async function pick(day: AnnouncementDate): Promise<void> {
    delete place.scroll;
    delete place.focus;
    setReport(await reportOn(db, day));
    keep({ day });
  }

  useEffect(() => watchJobs(db, setJobs), []);
  useEffect(() => {
    const know = (ids: ArxivId[]) =>
      void readingStates(db, ids).then((states) =>
        triage.know(ids.map((id) => states.get(id) ?? { id, changedAt: 0 })),
      );
    know(report.entries.map(({ paper }) => paper.id));
    onNews({ reading: know, settings: () => {} });
  }, [report]);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = actionOfKey(event);
      const list = controls.current;
      const id = list?.focused();
      const { read = false, starred = false } = id === undefined ? {} : triage.stateOf(id);
      switch (action) {
        case 'next':
          list?.move(1);
          break;
        case 'previous':
          list?.move(-1);
          break;
        case 'abstract':
          if (id === undefined) return;
          list?.toggleAbstract();
          break;
        case 'star':
          if (id !== undefined) triage.change([id], { starred: !starred });
          break;
        case 'read':
          if (id !== undefined) triage.change([id], { read: !read });
          break;
        case 'undo':
          triage.undo();
          break;
        case 'previous day':
          if (previous) void pick(previous);
          break;
        case 'next day':
          if (next) void pick(next);
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });

  const rows = useMemo(
    () =>
      report.entries.map((entry): ListRow => ({
        kind: 'paper',
        id: entry.paper.id,
        entry,
        aside: [...entry.subjects, ...(entry.score === undefined ? [] : [String(entry.score)])].join(' · '),
      })),
    [report],
  );

  return (
    <Popup
      today={today}
      latest={currentDay(days, today) ?? report.date}
      report={report}
      previous={previous}
      next={next}
      list={{
        label: printDay(report.date),
        rows,
        stateOf: triage.stateOf,
        unfolded,
        onUnfold: (id, to) => {
          const now = new Map(unfolded);
          if (to === undefined) now.delete(id);
          else now.set(id, to);
          setUnfolded(now);
          keep({ expanded: [...now.keys()] });
        },
        onAct: (id, act) => {
          const { read = false, starred = false } = triage.stateOf(id);
          triage.change([id], act === 'star' ? { starred: !starred } : { read: !read });
        },
        place: place.scroll,
        firstFocus: place.focus,
        onPlace: (scroll) => keep({ scroll }),
        onFocus: (focus) => keep({ focus }),
        controls,
      }}
      progress={atWork && progressSummary(atWork)}
      onPick={(day) => void pick(day)}
      onExport={(format) => saveList({ name: report.date, papers: listedOn(report) }, format)}
      onLibrary={() => void openPage('library.html')}
      onOptions={() => void openOptions()}
    />
  );
}

function listedOn({ date, entries }: Report): ListedPaper[] {
  return entries.map(({ paper, categories = [] }) => ({ paper, categories, date }));
}

async function start(root: HTMLElement): Promise<void> {
  const today = localToday(new Date());
  const [days] = await Promise.all([storedDays(db), preparePage()]);
  const place = readPlace(today);
  const day = place.day !== undefined && days.includes(place.day) ? place.day : currentDay(days, today);
  if (day === undefined) {
    render(
      <NoDigests onChoose={() => void openOptions()} onSample={() => void openPage('options.html#sample')} />,
      root,
    );
    return;
  }
  const first = await reportOn(db, day);
  render(<App today={today} days={days} first={first} place={place} />, root);
}

const root = document.getElementById('app');
if (root) void start(root);
// An import that an ended worker left goes on.
void send('wake');
