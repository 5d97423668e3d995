import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Download, type ElementHandle, type Page } from 'playwright-core';
import { findBrowser } from './find-browser';
import { type BrowserUnderTest, callSource, type LaunchOptions, type Tab } from './under-test';
import { until } from './until';

/** A port where nobody listens. */
const NOWHERE = '127.0.0.1:9';

/**
 * Chromium's own errands have nothing to do with the page. Those that cannot be switched off, for a
 * signed-in account, for advice on filling forms, for push messages and for the list of language models, are sent
 * nowhere.
 */
const NO_ERRANDS = [
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  `--autofill-server-url=http://${NOWHERE}`,
  `--gaia-url=http://${NOWHERE}`,
  `--gcm-checkin-url=http://${NOWHERE}`,
  `--gcm-registration-url=http://${NOWHERE}`,
  `--component-updater=url-source=http://${NOWHERE}`,
];

export async function launchChromium(options: LaunchOptions): Promise<BrowserUnderTest> {
  const { network, headless } = options;
  const { path, version } = findBrowser('chromium');
  const extension = realpathSync(options.extension);
  const profile = mkdtempSync(join(tmpdir(), 'lens-chromium-'));
  // Without this, an unpacked extension that is updated stays off.
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  const origin = `chrome-extension://${extensionId(extension)}/`;
  const downloads = mkdtempSync(join(tmpdir(), 'lens-downloads-'));
  const asked: string[] = [];

  const start = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath: path,
      headless: false,
      // Pictures are sharp; a window that a reader looks at is left as it is.
      ...(headless ? { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 2 } : { viewport: null }),
      // Without these two of Playwright's own defaults the browser behaves as a reader's does.
      ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
      args: [
        ...(headless ? ['--headless=new', '--disable-gpu', '--hide-scrollbars'] : []),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...NO_ERRANDS,
        `--proxy-server=http://127.0.0.1:${network.port}`,
        `--proxy-bypass-list=<-loopback>;${NOWHERE}`,
        `--ignore-certificate-errors-spki-list=${network.certificateHash}`,
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    });
  let context = await start();

  const taken = new WeakSet<Page>();
  const openTab = async (): Promise<Tab> => {
    const isFirst = (page: Page): boolean => page.url() === 'about:blank' && !taken.has(page);
    const page = context.pages().find(isFirst) ?? (await context.newPage());
    taken.add(page);
    page.on('download', (download) => void save(download, downloads));
    return tabOf(page, asked);
  };

  /** A page of the extension that is no view of it, from which the worker can be spoken to. */
  const withExtensionPage = async <Result>(use: (page: Page) => Promise<Result>): Promise<Result> => {
    const page = await context.newPage();
    try {
      await page.goto(`${origin}manifest.json`);
      return await use(page);
    } finally {
      await page.close();
    }
  };

  /** The same with one that is open already, if there is one: a new one takes as long as a worker lives in some tests. */
  const fromExtensionPage = <Result>(use: (page: Page) => Promise<Result>): Promise<Result> => {
    const open = context.pages().find((page) => page.url() === `${origin}manifest.json`);
    return open ? use(open) : withExtensionPage(use);
  };

  /** Runs in the worker, which is awake then. */
  const inWorker = <Result>(source: string): Promise<Result> =>
    withExtensionPage(async (page) => {
      await page.evaluate(callSource(knock, []));
      // Playwright may still list a worker that was stopped; the latest one is the one that runs.
      const worker = context.serviceWorkers().findLast((candidate) => candidate.url().startsWith(origin));
      if (!worker) throw new Error('There is no worker.');
      return worker.evaluate<Result>(source);
    });

  return {
    name: 'chromium',
    version,
    asked,
    downloads,
    extensionUrl: (page) => origin + page,
    openTab,
    // No driver reaches Chromium's address bar: the worker is told what that would tell it.
    suggestions: async (text) => {
      const offered = await inWorker<{ description: string }[]>(
        `new Promise((show) => chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(text)}, show))`,
      );
      return offered.map(({ description }) => description);
    },
    enterInAddressBar: async (text) => {
      const before = new Set(context.pages());
      const entered = JSON.stringify(text);
      await inWorker(`chrome.omnibox.onInputEntered.dispatch(${entered}, 'newForegroundTab')`);
      return until('the address bar leads somewhere', async () => {
        const url = context
          .pages()
          .find((page) => !before.has(page))
          ?.url();
        return url === 'about:blank' ? undefined : url;
      });
    },
    workerHealth: () =>
      withExtensionPage(async (page) => {
        const reply = await page.evaluate<string>(callSource(knock, []));
        if (reply !== 'heard') return `nobody answered: ${reply}`;
        // Playwright may still list a worker that was stopped; the latest one is the one that runs.
        const worker = context.serviceWorkers().findLast((candidate) => candidate.url().startsWith(origin));
        if (!worker) return 'there is no worker';
        // A story can be over before the worker of a browser that was just started is.
        const [state, listens] = await worker.evaluate<[string, boolean]>(`new Promise((resolve) => {
          const { serviceWorker } = self;
          const answer = () => resolve([serviceWorker.state, chrome.runtime.onMessage.hasListeners()]);
          if (serviceWorker.state !== 'activating') answer();
          else serviceWorker.addEventListener('statechange', answer, { once: true });
        })`);
        return state === 'activated' && listens
          ? 'well'
          : `${state}, ${listens ? 'with' : 'without'} listeners`;
      }),
    stopWorker: () =>
      fromExtensionPage(async (page) => {
        const session = await context.newCDPSession(page);
        // A page may have started it again before one looks.
        let hasStopped = false;
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          const worker = versions.find(({ scriptURL }) => scriptURL.startsWith(origin));
          hasStopped ||= worker?.runningStatus === 'stopped';
        });
        await session.send('ServiceWorker.enable');
        await session.send('ServiceWorker.stopAllWorkers');
        await until('the worker has stopped', async () => hasStopped);
        await session.detach();
      }),
    updateExtension: async () => {
      // The extension's pages are closed: with no other left the browser would open one of its own.
      await context.newPage();
      const page = await context.newPage();
      await page.goto(`${origin}manifest.json`);
      const closed = page.waitForEvent('close');
      // The page is gone before it could answer.
      await Promise.all([closed, page.evaluate('setTimeout(() => chrome.runtime.reload())')]);
      await until('the new version is there', () => withExtensionPage(async () => true));
    },
    restart: async () => {
      await context.close();
      context = await start();
    },
    crash: async () => {
      const closed = new Promise((resolve) => context.once('close', resolve));
      // The lock is a link to the name of the machine and the number of the process: `host-1234`.
      const pid = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
      process.kill(pid, 'SIGKILL');
      await closed;
      context = await start();
    },
    untilClosed: () =>
      new Promise((resolve) => {
        context.once('close', () => resolve());
      }),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/** Under its own name, and only once it is whole. */
async function save(download: Download, folder: string): Promise<void> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(`${path}.part`);
  renameSync(`${path}.part`, path);
}

/** Resolves where somebody listens, also when nobody feels addressed; wakes the worker. */
async function knock(): Promise<string> {
  const { runtime } = (
    globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
  ).chrome;
  return runtime.sendMessage({ name: 'Is anybody there?' }).then(
    () => 'heard',
    (error: unknown) => String(error),
  );
}

/** An unpacked extension is named after its folder: the first 32 digits of a hash, written with a to p. */
function extensionId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function tabOf(page: Page, asked: string[]): Tab {
  /** Waits for the element: a page that was just opened may not be drawn yet, or be about to draw it anew. */
  const withElement = async <Args extends unknown[]>(
    find: (...args: Args) => Element | null,
    args: Args,
    use: (element: ElementHandle) => Promise<void>,
  ): Promise<void> => {
    await until(`there is what ${find.name || 'the page'} looks for`, async () => {
      const found = (await page.evaluateHandle(callSource(find, args))).asElement() as ElementHandle | null;
      await (found && use(found));
      return found;
    });
  };
  return {
    goto: async (url) => {
      asked.push(url);
      await page.goto(url);
    },
    back: async () => {
      // Playwright's own goBack waits for a load that a page from the back/forward cache never has.
      await page.evaluate('history.back()');
    },
    evaluate: (run, ...args) => page.evaluate(callSource(run, args)),
    click: (find, ...args) => withElement(find, args, (element) => element.click()),
    setFiles: (paths, find, ...args) => withElement(find, args, (element) => element.setInputFiles(paths)),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    dark: (on) => page.emulateMedia({ colorScheme: on ? 'dark' : 'light' }),
    asPrinted: (on) => page.emulateMedia({ media: on ? 'print' : null }),
    lessMotion: (on) => page.emulateMedia({ reducedMotion: on ? 'reduce' : null }),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    close: () => page.close(),
  };
}
