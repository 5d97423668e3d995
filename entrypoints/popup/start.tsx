import { render } from 'preact';
import { NoDigests } from '../../components/no-digests';
import { localToday } from '../../lib/announcement-date';
import { send } from '../../lib/messages';
import { openOptions, openPage, report } from '../../lib/platform';
import { preparePage } from '../../lib/prepare-page';
import { currentDay } from '../../lib/report-day';
import { firstReport } from '../../lib/store/day-report';
import { LensDatabase } from '../../lib/store/schema';
import { watchDigestKeys } from '../../lib/store/watch';
import { App } from './app';
import { readPlace } from './place';
import { followPaper } from './this-paper';

async function show(root: HTMLElement, db: LensDatabase): Promise<void> {
  const today = localToday(new Date());
  const place = readPlace(today);
  const reading = firstReport(db, (days) =>
    place.day !== undefined && days.includes(place.day) ? place.day : currentDay(days, today),
  );
  const [{ days, first }] = await Promise.all([reading, preparePage()]);
  if (first) {
    render(<App db={db} today={today} firstDays={days} first={first} place={place} />, root);
    return;
  }
  render(
    <NoDigests onChoose={() => void openOptions()} onSample={() => void openPage('options.html#sample')} />,
    root,
  );
  const stop = watchDigestKeys(db, (keys) => {
    if (keys.length === 0) return;
    stop();
    render(null, root);
    show(root, db).catch(report);
  });
}

/** What has time until the report is painted. */
function goOn(): void {
  followPaper();
  // An import that an ended worker left goes on.
  void send('wake');
}

/** The report of the day in this element, with the paper of the page in view above it. */
export function startReading(root: HTMLElement): void {
  show(root, new LensDatabase())
    .catch(report)
    .finally(() => requestAnimationFrame(() => setTimeout(goOn)));
}
