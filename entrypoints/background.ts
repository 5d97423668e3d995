import { defineBackground } from '#imports';
import { answerCloseness, answerMarks, answerOmnibox, answerRelated, silence } from '../lib/answers';
import { paperInAddress } from '../lib/arxiv/address';
import { goOnRestoring } from '../lib/backup/restore';
import { tellReadingChanged } from '../lib/browser/changes';
import { speakReadersLanguage } from '../lib/browser/chosen-language';
import { onMenu, showMenu } from '../lib/browser/context-menu';
import { keepDigestParser, loadDigestParser } from '../lib/browser/digest-script';
import { keepWaking, onBrowserStart, onWaking, stayAlive } from '../lib/browser/lifetime';
import { logError } from '../lib/browser/log-error';
import { serve } from '../lib/browser/messages';
import { onOmnibox, suggestionMarkup } from '../lib/browser/omnibox';
import { termVectorBytes } from '../lib/browser/own-files';
import { languageOf, readSettings, writeSettings } from '../lib/browser/settings';
import { onCommand } from '../lib/browser/shortcuts';
import { type Disposition, goTo, onArxivPage } from '../lib/browser/tabs';
import { showBadge, showFound } from '../lib/browser/toolbar';
import { localToday } from '../lib/days/calendar';
import { printDay } from '../lib/days/print';
import { createEngine } from '../lib/find/engine';
import { turnsEverywhere } from '../lib/find/turns';
import { speakLanguage } from '../lib/i18n/catalogues';
import { t } from '../lib/i18n/translate';
import { createJobQueue } from '../lib/import/job-queue';
import { runJobs } from '../lib/import/run-jobs';
import { deleteDigests } from '../lib/import/take-back-import';
import { runInWorker } from '../lib/import/worker-host';
import { unreadBadge } from '../lib/lists/unread-badge';
import type { ArxivId } from '../lib/paper';
import { deleteEverything } from '../lib/store/changes/delete';
import { changeReadingStates, putBackReadingStates } from '../lib/store/changes/reading-states';
import { LensDatabase } from '../lib/store/database';
import { jobs } from '../lib/store/jobs/imports';
import { restoredFile } from '../lib/store/jobs/restores';
import { marksOf } from '../lib/store/views/marks';

const searchPage = (text: string) => `library.html?q=${encodeURIComponent(text.trim())}`;
const open = (page: string, disposition: Disposition) => void goTo(page, disposition).catch(logError);
const showOwnMenu = () => showMenu({ paper: t('menu_paper'), selection: t('menu_selection') });
/** A service worker needs no rest: Chrome collects its memory while it works. */
const rest = async (): Promise<void> => {};
/** Time for the question that a worker was started for to be answered, before it looks for what was left undone. */
const QUESTION_FIRST_MS = 400;

// One classic script: a worker that is a module starts 60 ms later, for it loads its chunks one after the other.
export default defineBackground({
  main() {
    // What is said before the reader's settings are read is in the browser's language.
    speakLanguage(languageOf({ language: 'browser' }));
    void speakReadersLanguage().catch(logError);
    if (!import.meta.env.FIREFOX) keepDigestParser();
    const db = new LensDatabase();
    const engine = createEngine(db, termVectorBytes, turnsEverywhere);
    const queue = createJobQueue(db, {
      stayAlive,
      keepWaking,
      // Where no work is to be told of, the icon has room for what is unread.
      showBadge: async (text) => showBadge(text || (await unread())),
      async runJobs(states, showProgress) {
        if (!import.meta.env.FIREFOX)
          return runJobs(db, engine, states, { loadDigestParser, showBadge: showProgress, logError, rest });
        const task = { states, termVectors: await termVectorBytes() };
        return runInWorker(() => new Worker('/import-worker.js'), task, {
          showBadge: showProgress,
          logError,
        });
      },
      logError,
    });

    /** Nothing where the reader does not want it. */
    async function unread(): Promise<string> {
      const { countsUnread } = await readSettings();
      return countsUnread ? unreadBadge(db, localToday(new Date())) : '';
    }
    async function showUnread(): Promise<void> {
      if ((await jobs(db)).length === 0) await showBadge(await unread());
    }

    /** Also where no script of ours may run, as on a PDF. A tab may be gone by the time the answer is there. */
    async function showIfListed(tab: number, id: ArxivId): Promise<void> {
      const [latest] = (await marksOf(db, [id]))[id]?.listings ?? [];
      if (latest) await showFound(tab, `${t('page_inDigest')} ${printDay(latest.date)} – Digest Lens`);
    }

    let restoring: Promise<void> | undefined;
    const openIndex = async () => ({ ...(await engine.writer()), tend: engine.mergeParts });
    async function restore(): Promise<void> {
      if ((await restoredFile(db)) === undefined) return;
      await keepWaking(true);
      await (restoring ??= stayAlive(() => goOnRestoring(db, openIndex))
        .catch(logError)
        .finally(() => (restoring = undefined)));
      await keepWaking((await jobs(db)).length > 0);
    }

    serve({
      // Not waited for: the page that wakes the worker need not stay until all is done.
      wake: async () => void Promise.all([queue.goOn(), restore()]),
      restore: async () => void restore(),
      deleteDigests: async (keys) => deleteDigests(db, keys, await openIndex()),
      deleteEverything: async () => deleteEverything(db),
      marks: (page) => answerMarks(db, page),
      silence,
      openDay: async (day) => open(searchPage(`day:${day}`), 'newForegroundTab'),
      related: (page) => answerRelated(db, engine, page),
      settings: async () => readSettings(),
      changeSettings: async (changes) => {
        await writeSettings(changes);
        await speakReadersLanguage();
        if (changes.language !== undefined) await showOwnMenu();
        if (changes.countsUnread !== undefined) await showUnread();
      },
      closeness: (ids) => answerCloseness(db, engine, ids),
      changeReading: async ({ ids, change }) => {
        const before = await changeReadingStates(db, ids, change, Date.now());
        await tellReadingChanged(ids, Date.now());
        void showUnread().catch(logError);
        return before;
      },
      putBackReading: async (before) => {
        await putBackReadingStates(db, before, Date.now());
        await tellReadingChanged(
          before.map(({ id }) => id),
          Date.now(),
        );
        void showUnread().catch(logError);
      },
    });
    onArxivPage((tab, address) => {
      const id = paperInAddress(address);
      if (id !== undefined) showIfListed(tab, id).catch(logError);
    });
    onCommand((command) => {
      if (command === 'open-library') open('library.html', 'newForegroundTab');
    });
    onOmnibox({
      hint: () => t('omnibox_hint'),
      suggest: (text) => answerOmnibox(db, engine, text, suggestionMarkup),
      enter: (text, disposition) => {
        const id = paperInAddress(text);
        open(id === undefined ? searchPage(text) : `https://arxiv.org/abs/${id}`, disposition);
      },
    });
    onMenu({
      paper: (address) => {
        const id = paperInAddress(address);
        if (id !== undefined) open(`library.html?paper=${encodeURIComponent(id)}`, 'newForegroundTab');
      },
      selection: (text) => open(searchPage(text), 'newForegroundTab'),
    });
    onWaking(() => void Promise.all([queue.retry(), restore()]));
    onBrowserStart(() => {
      void speakReadersLanguage().then(showOwnMenu).catch(logError);
      void queue.retry();
      void restore();
      void showUnread().catch(logError);
      void stayAlive(engine.rebuildIfDamaged).catch(logError);
    });
    // What the question that started the worker needs is on its way while that arrives; what an ended worker left
    // comes after it.
    void engine.prepare().catch(logError);
    setTimeout(() => {
      void queue.goOn();
      void restore();
      void stayAlive(engine.resumeRebuild).catch(logError);
    }, QUESTION_FIRST_MS);
  },
});
