import { render } from 'preact';
import { NoDigests } from '../../components/page/no-digests';
import { logError } from '../../lib/browser/log-error';
import { preparePage } from '../../lib/browser/prepare-page';
import { openOptions, openPage } from '../../lib/browser/tabs';
import { tell } from '../../lib/browser/tell';
import { localToday } from '../../lib/days/calendar';
import { dayToOpen, takeFirstDay } from '../../lib/lists/first-day';
import { readLastPlace } from '../../lib/lists/last-place';
import { readFirstDay } from '../../lib/store/views/day-digest';
import { App } from './app';
import { followPaper } from './this-paper';
import type { LateStore } from './use-late-store';

/** Once, however often the digest is shown anew. */
const prepared = preparePage();
const loadStore = (): Promise<LateStore> => import('./late-store');

/** Answers once the digest is on screen, or what stands in its place. */
async function show(root: HTMLElement): Promise<void> {
  const today = localToday(new Date());
  const place = readLastPlace(today);
  const reading = takeFirstDay().catch(async () =>
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
  tell('wake');
  const { db } = await loadStore();
  followPaper(db);
}

const root = document.getElementById('app');
if (root) void start(root);
