import { render } from 'preact';
import { NoDigests } from '../../components/page/no-digests';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { preparePage } from '../../lib/browser/prepare-page';
import { openOptions, openPage } from '../../lib/browser/tabs';
import { localToday } from '../../lib/days/calendar';
import { readFirstDay } from '../../lib/store/views/day-digest';
import { App, type Store } from './app';
import { dayToOpen, takeEarly } from './early-day';
import { readLastPlace } from './last-place';
import { followPaper } from './this-paper';

/** Once, however often the digest is shown anew. */
const prepared = preparePage();
const loadStore = (): Promise<Store> => import('./late-store');

/** Answers once the digest is on screen, or what stands in its place. */
async function show(root: HTMLElement): Promise<void> {
  const today = localToday(new Date());
  const place = readLastPlace(today);
  const reading = takeEarly().catch(async () =>
    readFirstDay((await loadStore()).db, dayToOpen(place, today)),
  );
  const [{ days, first }] = await Promise.all([reading, prepared]);
  if (first) {
    const store = painted().then(loadStore);
    render(<App store={store} today={today} firstDays={days} first={first} place={place} />, root);
    return;
  }
  render(
    <NoDigests onChoose={() => void openOptions()} onSample={() => void openPage('options.html#sample')} />,
    root,
  );
  const { db, watchDigestKeys } = await loadStore();
  const stop = watchDigestKeys(db, (keys) => {
    if (keys.length === 0) return;
    stop();
    render(null, root);
    show(root).catch(logError);
  });
}

/** The next frame has been painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

async function start(root: HTMLElement): Promise<void> {
  await show(root).catch(logError);
  await painted();
  // An import that an ended worker left goes on.
  void send('wake');
  const { db } = await loadStore();
  followPaper(db);
}

const root = document.getElementById('app');
if (root) void start(root);
