import { render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { NoDigests } from '../../components/no-digests';
import { Popup } from '../../components/popup';
import { localToday } from '../../lib/announcement-date';
import { progressSummary } from '../../lib/import-summary';
import { send } from '../../lib/messages';
import type { AnnouncementDate } from '../../lib/paper';
import { openOptions, openPage } from '../../lib/platform';
import { preparePage } from '../../lib/reader-language';
import { saveList } from '../../lib/save-list';
import { currentDay, neighbours } from '../../lib/report-day';
import type { ListedPaper } from '../../lib/store/listed-papers';
import { days as storedDays, type Report, reportOn } from '../../lib/store/papers';
import { AT_WORK } from '../../lib/store/imports';
import { LensDatabase, type StoredImport } from '../../lib/store/schema';
import { watchJobs } from '../../lib/store/watch';
import { keyMoves } from './keys';
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
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(place.expanded));
  const [jobs, setJobs] = useState<StoredImport[]>([]);
  const atWork = jobs.find(({ state }) => AT_WORK.includes(state));
  const { previous, next } = neighbours(days, report.date);

  const keep = (changes: Partial<Place>) => writePlace(Object.assign(place, changes));

  async function pick(day: AnnouncementDate): Promise<void> {
    setReport(await reportOn(db, day));
    keep({ day, scroll: 0 });
    delete place.focus;
  }

  function toggle(id: string): void {
    const now = new Set(expanded);
    if (!now.delete(id)) now.add(id);
    setExpanded(now);
    keep({ expanded: [...now] });
  }

  useEffect(() => watchJobs(db, setJobs), []);

  useLayoutEffect(() => {
    const list = document.querySelector('.list');
    if (list) list.scrollTop = place.scroll ?? 0;
    focusPaper(place.focus);
  }, [report]);

  useEffect(() => {
    const listen = keyMoves({
      onToggle: toggle,
      onPrevious: () => previous && void pick(previous),
      onNext: () => next && void pick(next),
    });
    const remember = () => {
      const id = document.activeElement?.closest<HTMLElement>('[data-arxiv-id]')?.dataset['arxivId'];
      if (id !== undefined) keep({ focus: id });
    };
    document.addEventListener('keydown', listen);
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('keydown', listen);
      document.removeEventListener('focusin', remember);
    };
  });

  return (
    <Popup
      today={today}
      latest={currentDay(days, today) ?? report.date}
      report={report}
      previous={previous}
      next={next}
      expanded={expanded}
      progress={atWork && progressSummary(atWork)}
      onPick={(day) => void pick(day)}
      onExport={(format) => saveList({ name: report.date, papers: listedOn(report) }, format)}
      onLibrary={() => void openPage('library.html')}
      onOptions={() => void openOptions()}
      onScroll={(scroll) => keep({ scroll })}
    />
  );
}

function listedOn({ date, entries }: Report): ListedPaper[] {
  return entries.map(({ paper, categories = [] }) => ({ paper, categories, date }));
}

function focusPaper(id: string | undefined): void {
  if (id === undefined) return;
  document
    .querySelector<HTMLElement>(`[data-arxiv-id="${CSS.escape(id)}"] .title`)
    ?.focus({ preventScroll: true });
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
