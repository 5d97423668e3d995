import { element } from '../../components/arxiv/element';
import { paperPanel } from '../../components/arxiv/paper-panel';
import { createHost } from '../../components/arxiv/shadow-host';
import { paperInAddress } from '../../lib/arxiv/address';
import { onChanges } from '../../lib/browser/changes';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { askToSeeArxiv, maySeeArxiv } from '../../lib/browser/permission';
import { addressInView, onViewChange } from '../../lib/browser/tabs';
import { tell } from '../../lib/browser/tell';
import { t } from '../../lib/i18n/translate';
import type { AnnouncementDate, ArxivId, ReadingChange } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { marksOf } from '../../lib/store/views/marks';
import { papersById } from '../../lib/store/views/papers';

const onDay = (day: AnnouncementDate) => tell('openDay', day);
const changeOf =
  (id: ArxivId) =>
  (change: ReadingChange, of = id) =>
    tell('changeReading', { ids: [of], change });

/**
 * Shows what is known of the paper in view, as the page itself would: for a PDF this is the one place to do so.
 * `isWanted` says whether it is still that paper. The answer takes it away.
 */
async function showPaper(db: LensDatabase, id: ArxivId, isWanted: () => boolean): Promise<() => void> {
  const [paper] = await papersById(db, [id]);
  if (!paper) return () => {};
  const host = createHost(document, 'related');
  host.element.id = 'this-paper';
  const { relatedFolded } = await send('settings');
  let folded = relatedFolded;
  const found = await send('related', paper).catch((error) => {
    logError(error);
    return [];
  });
  const show = async () => {
    const marks = await marksOf(db, [id, ...found.map((each) => each.id)]);
    const mark = marks[id];
    if (!mark || !isWanted()) return;
    const related = found.map((each) => ({ ...each, state: marks[each.id] ?? {} }));
    const onFold = (next: boolean) => {
      folded = next;
      show().catch(logError);
      tell('changeSettings', { relatedFolded: folded });
    };
    host.show(
      paperPanel({ title: paper.title, mark, related, folded, onFold, onDay, onChange: changeOf(id) }),
      'in-digest',
    );
    if (!host.element.isConnected) document.body.prepend(host.element);
  };
  const isShown = (each: ArxivId) => each === id || found.some((related) => related.id === each);
  const stop = onChanges({
    reading: (ids) => ids.some(isShown) && void show().catch(logError),
    settings: () => {},
  });
  await show();
  return () => {
    stop();
    host.element.remove();
  };
}

function askForAccess(): void {
  const allow = element('button', { type: 'button', class: 'link' }, t('access_allow'));
  const line = element('p', { class: 'access' }, `${t('access_none')} `, allow);
  allow.addEventListener('click', () => {
    askToSeeArxiv()
      .then((granted) => granted && line.remove())
      .catch(logError);
  });
  document.body.prepend(line);
}

/** Shows the paper in view, and as long as the popup is open, each that comes into view. A language must be chosen. */
export function followPaper(db: LensDatabase): void {
  let shown: ArxivId | undefined;
  let leave: Promise<() => void> = Promise.resolve(() => {});

  async function follow(): Promise<void> {
    const id = paperInAddress((await addressInView()) ?? '');
    if (id === shown) return;
    shown = id;
    const left = leave;
    leave = id === undefined ? Promise.resolve(() => {}) : showPaper(db, id, () => shown === id);
    (await left)();
  }

  async function start(): Promise<void> {
    if (!(await maySeeArxiv())) {
      askForAccess();
      return;
    }
    await follow();
    onViewChange(() => void follow().catch(logError));
  }

  start().catch(logError);
}
