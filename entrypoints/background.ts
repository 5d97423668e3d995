import { defineBackground } from '#imports';
import { answerCloseness, answerMarks, answerOmnibox, answerRelated, silence } from '../lib/answers';
import { absAddress, paperInAddress } from '../lib/arxiv/address';
import { createRestoreJob } from '../lib/backup/restore-job';
import { tellReadingChanged } from '../lib/browser/changes';
import { speakReadersLanguage } from '../lib/browser/chosen-language';
import { onMenu, showMenu } from '../lib/browser/context-menu';
import { keepDigestParser, loadDigestParser } from '../lib/browser/digest-script';
import { keepWaking, onBrowserStart, onWaking, stayAlive } from '../lib/browser/lifetime';
import { logError } from '../lib/browser/log-error';
import type { Handlers } from '../lib/browser/messages';
import { onOmnibox, suggestionMarkup } from '../lib/browser/omnibox';
import { termVectorBytes } from '../lib/browser/own-files';
import { serve } from '../lib/browser/serve';
import { languageOf, readSettings, writeSettings } from '../lib/browser/settings';
import { onCommand } from '../lib/browser/shortcuts';
import { type Disposition, goTo, onArxivPage } from '../lib/browser/tabs';
import { showBadge, showFound } from '../lib/browser/toolbar';
import { localToday } from '../lib/days/calendar';
import { printDay } from '../lib/days/print';
import { createEngine, type Engine } from '../lib/find/engine';
import { turnsEverywhere } from '../lib/find/turns';
import { speakOutside } from '../lib/i18n/outside';
import { t } from '../lib/i18n/translate';
import { createJobQueue, type JobQueue } from '../lib/import/job-queue';
import { runJob } from '../lib/import/run-job';
import { deleteDigests } from '../lib/import/take-back-import';
import { runInWorker } from '../lib/import/worker-host';
import { paperAddress, searchAddress, writeAddress } from '../lib/lists/library-address';
import { unreadBadge } from '../lib/lists/unread-badge';
import type { ArxivId } from '../lib/paper';
import { deleteEverything } from '../lib/store/changes/delete';
import { changeReadingStates, putBackReadingStates } from '../lib/store/changes/reading-states';
import { LensDatabase } from '../lib/store/database';
import { jobs } from '../lib/store/jobs/imports';
import { marksOf } from '../lib/store/views/marks';

/** A service worker needs no rest: Chrome collects its memory while it works. */
const rest = async (): Promise<void> => {};

/** Time for the question that a worker was started for to be answered, before it looks for what was left undone. */
const QUESTION_FIRST_MS = 400;

const openInBackground = (page: string, disposition: Disposition): void =>
  void goTo(page, disposition).catch(logError);

const showOwnMenu = (): Promise<void> => showMenu({ paper: t('menu_paper'), selection: t('menu_selection') });

/** Nothing where the reader does not want it. */
async function unreadText(db: LensDatabase): Promise<string> {
  const { countsUnread } = await readSettings();
  return countsUnread ? unreadBadge(db, localToday(new Date())) : '';
}

/** Where no work is to be told of, the icon has room for what is unread. */
async function showUnread(db: LensDatabase): Promise<void> {
  if ((await jobs(db)).length === 0) await showBadge(await unreadText(db));
}

/** In Chrome imports are worked at here, in Firefox by a worker beside this page: see `worker-host.ts`. */
function openQueue(db: LensDatabase, engine: Engine): JobQueue {
  return createJobQueue(db, {
    stayAlive,
    keepWaking,
    showBadge: async (text) => showBadge(text || (await unreadText(db))),
    async runJob(states, showProgress) {
      const host = { showBadge: showProgress, logError };
      if (!import.meta.env.FIREFOX) return runJob(db, engine, states, { ...host, loadDigestParser, rest });
      const task = { states, termVectors: await termVectorBytes() };
      return runInWorker(() => new Worker('/import-worker.js'), task, host);
    },
    logError,
  });
}

interface Jobs {
  queue: JobQueue;
  /** Goes on with the backup that is being restored. */
  restore: () => Promise<void>;
}

function handlersOf(db: LensDatabase, engine: Engine, { queue, restore }: Jobs): Handlers {
  const readingChanged = async (ids: readonly ArxivId[]): Promise<void> => {
    await tellReadingChanged(ids, Date.now());
    void showUnread(db).catch(logError);
  };
  return {
    // Not waited for: the page that wakes the worker need not stay until all is done.
    wake: async () => void Promise.all([queue.goOn(), restore()]),
    restore: async () => void restore(),
    deleteDigests: async (keys) => deleteDigests(db, keys, await engine.follower()),
    deleteEverything: async () => deleteEverything(db),
    marks: (page) => answerMarks(db, page),
    silence,
    openDay: async (day) => openInBackground(searchAddress(`day:${day}`), 'newForegroundTab'),
    related: (page) => answerRelated(db, engine, page),
    settings: async () => readSettings(),
    changeSettings: async (changes) => {
      await writeSettings(changes);
      await speakReadersLanguage();
      if (changes.language !== undefined) await showOwnMenu();
      if (changes.countsUnread !== undefined) await showUnread(db);
    },
    closeness: (ids) => answerCloseness(db, engine, ids),
    changeReading: async ({ ids, change }) => {
      const before = await changeReadingStates(db, ids, change, Date.now());
      await readingChanged(ids);
      return before;
    },
    putBackReading: async (before) => {
      await putBackReadingStates(db, before, Date.now());
      await readingChanged(before.map(({ id }) => id));
    },
  };
}

/** Also where no script of ours may run, as on a PDF. A tab may be gone by the time the answer is there. */
async function showIfListed(db: LensDatabase, tab: number, id: ArxivId): Promise<void> {
  const [latest] = (await marksOf(db, [id]))[id]?.listings ?? [];
  if (latest) await showFound(tab, `${t('page_inDigest')} ${printDay(latest.date)} – Digest Lens`);
}

/** What the reader does elsewhere in the browser: tabs, keys, the address bar and menus. */
function followBrowser(db: LensDatabase, engine: Engine): void {
  onArxivPage((tab, address) => {
    const id = paperInAddress(address);
    if (id !== undefined) showIfListed(db, tab, id).catch(logError);
  });
  onCommand((command) => {
    if (command === 'open-library') openInBackground(writeAddress({ query: '' }), 'newForegroundTab');
  });
  onOmnibox({
    hint: () => t('omnibox_hint'),
    suggest: (text) => answerOmnibox(db, engine, text, suggestionMarkup),
    enter: (text, disposition) => {
      const id = paperInAddress(text);
      openInBackground(id === undefined ? searchAddress(text) : absAddress(id), disposition);
    },
  });
  onMenu({
    paper: (address) => {
      const id = paperInAddress(address);
      if (id !== undefined) openInBackground(paperAddress(id), 'newForegroundTab');
    },
    selection: (text) => openInBackground(searchAddress(text), 'newForegroundTab'),
  });
}

// One classic script: a worker that is a module starts 60 ms later, for it loads its chunks one after the other.
export default defineBackground({
  main() {
    // What is said before the reader's settings are read is in the browser's language.
    speakOutside(languageOf({ language: 'browser' }));
    void speakReadersLanguage().catch(logError);
    if (!import.meta.env.FIREFOX) keepDigestParser();
    const db = new LensDatabase();
    const engine = createEngine(db, termVectorBytes, turnsEverywhere);
    const queue = openQueue(db, engine);
    const { follower } = engine;
    const restore = createRestoreJob(db, { follower, stayAlive, keepWaking, logError });

    serve(handlersOf(db, engine, { queue, restore }));
    followBrowser(db, engine);
    onWaking(() => void Promise.all([queue.retry(), restore()]));
    onBrowserStart(() => {
      void speakReadersLanguage().then(showOwnMenu).catch(logError);
      void Promise.all([queue.retry(), restore()]);
      void showUnread(db).catch(logError);
      void stayAlive(engine.rebuildIfDamaged).catch(logError);
    });
    // What the question that started the worker needs is on its way while that arrives; what an ended worker left
    // comes after it.
    void engine.prepare().catch(logError);
    setTimeout(() => {
      void Promise.all([queue.goOn(), restore()]);
      void stayAlive(engine.resumeRebuild).catch(logError);
    }, QUESTION_FIRST_MS);
  },
});
