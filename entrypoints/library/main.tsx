import { render } from 'preact';
import { NoDigests } from '../../components/page/no-digests';
import { logError } from '../../lib/browser/log-error';
import { preparePage } from '../../lib/browser/prepare-page';
import { readSettings } from '../../lib/browser/settings';
import { openOptions, openPage } from '../../lib/browser/tabs';
import { tell } from '../../lib/browser/tell';
import { createFinder } from '../../lib/find/finder';
import { parseSearch } from '../../lib/find/query/query';
import { readAddress } from '../../lib/lists/library-address';
import { drawView } from '../../lib/lists/library-view';
import { createEntries } from '../../lib/lists/row-cache';
import { LensDatabase } from '../../lib/store/database';
import { allReadingStates } from '../../lib/store/views/reading-states';
import { watchDigests } from '../../lib/store/watch';
import { App } from './app';
import { readShelf } from './use-shelf';

/** The rows of the first view and a few below: they are read before anything is painted. */
const FIRST_ROWS = 30;

/** Once, however often the list is shown anew. */
const prepared = preparePage();

async function start(root: HTMLElement): Promise<void> {
  const db = new LensDatabase();
  const [shelf, states, settings] = await Promise.all([
    readShelf(db),
    allReadingStates(db),
    readSettings(),
    prepared,
  ]);
  if (shelf.ids.length === 0) {
    const stop = watchDigests(
      db,
      () => {
        stop();
        start(root).catch(logError);
      },
      0,
    );
    render(
      <NoDigests onChoose={() => void openOptions()} onSample={() => void openPage('options.html#sample')} />,
      root,
    );
    return;
  }
  const finder = createFinder(db, () => tell('wake'));
  const entries = createEntries(db);
  const { query, order } = readAddress(location.search);
  const view = await drawView({ shelf, finder, states }, parseSearch(query), order);
  await entries.load(view, 0, FIRST_ROWS);
  render(
    <App {...{ db, finder, entries, view, states: [...states.values()], saved: settings.savedSearches }} />,
    root,
  );
}

const root = document.getElementById('app');
if (root)
  start(root)
    .catch(logError)
    // An import that an ended worker left goes on, once the list is painted.
    .finally(() => requestAnimationFrame(() => setTimeout(() => tell('wake'))));
