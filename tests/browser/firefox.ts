import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser';
import { connectMarionette, type Marionette } from './marionette';
import { type BrowserUnderTest, callSource, type LaunchOptions, type Tab } from './under-test';
import { until } from './until';

/** How WebDriver writes down that a value is an element of the page. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const KEYS: Record<string, string> = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** What stands between the address bar and the extensions that have a keyword there. */
const OMNIBOX = `const { ExtensionSearchHandler: handler } =
  ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');`;

const ADDRESSES = 'return gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec)';

/** Firefox's own errands, which have nothing to do with the page: updates, settings, portals, experiments. */
const NO_ERRANDS = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.chrome.site_icons': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.provider.testing': true,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'security.OCSP.enabled': 0,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.server': 'data:,',
};

export async function launchFirefox(options: LaunchOptions): Promise<BrowserUnderTest> {
  const { network, headless } = options;
  const { path, version } = findBrowser('firefox');
  const extension = realpathSync(options.extension);
  const profile = mkdtempSync(join(tmpdir(), 'lens-firefox-'));
  const id = addonId(extension);
  const uuid = randomUUID();
  const origin = `moz-extension://${uuid}/`;
  const downloads = mkdtempSync(join(tmpdir(), 'lens-downloads-'));
  const asked: string[] = [];
  writeFileSync(
    join(profile, 'user.js'),
    userJs({
      ...NO_ERRANDS,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      // A temporary add-on is taken out when Firefox ends: what it stored has to stay for the restart.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      // The port is then found in the profile's MarionetteActivePort.
      'marionette.port': 0,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': network.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': network.port,
      'network.proxy.allow_hijacking_localhost': true,
      ...(headless && { 'layout.css.devPixelsPerPx': '2' }),
    }),
  );

  const start = async (): Promise<Session> => {
    rmSync(join(profile, 'MarionetteActivePort'), { force: true });
    const child = spawn(
      path,
      [
        ...(headless ? ['--headless'] : []),
        '--marionette',
        '--remote-allow-system-access',
        '--no-remote',
        '--profile',
        profile,
      ],
      // Without the second, release builds do not let settings come from anywhere but Mozilla's server.
      {
        stdio: 'ignore',
        env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      },
    );
    const endToo = (): boolean => child.kill();
    process.once('exit', endToo);
    child.once('exit', () => process.off('exit', endToo));
    const marionette = await until(
      'Firefox listens',
      async () => connectMarionette(Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'))),
      60_000,
    );
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true, pageLoadStrategy: 'normal' });
    const started = new Session(child, marionette, id);
    await started.install(extension);
    return started;
  };
  let session = await start();

  const withExtensionPage = async <Result>(use: (tab: Tab) => Promise<Result>): Promise<Result> => {
    const tab = await session.openTab([]);
    try {
      await tab.goto(`${origin}manifest.json`);
      return await use(tab);
    } finally {
      await tab.close();
    }
  };

  return {
    name: 'firefox',
    version,
    asked,
    downloads,
    extensionUrl: (page) => origin + page,
    openTab: () => session.openTab(asked),
    suggestions: async (text) =>
      session.inBrowser<string[]>(`${OMNIBOX}
        return new Promise((show) => handler.handleSearch(
          { keyword: 'dl', text: ${JSON.stringify(`dl ${text}`)}, inPrivateWindow: false },
          (offered) => show(offered.map(({ description }) => description)),
        ))`),
    enterInAddressBar: async (text) => {
      const tabs = () => session.inBrowser<string[]>(ADDRESSES);
      const before = (await tabs()).length;
      const entered = JSON.stringify(`dl ${text}`);
      await session.inBrowser(`${OMNIBOX}
        handler.handleSearch({ keyword: 'dl', text: ${entered}, inPrivateWindow: false }, () => {});
        handler.handleInputEntered('dl', ${entered}, 'tab')`);
      return until('the address bar leads somewhere', async () => {
        const opened = (await tabs()).slice(before).at(-1);
        return opened === 'about:blank' ? undefined : opened;
      });
    },
    workerHealth: () =>
      withExtensionPage(async (tab) => {
        const reply = await tab.evaluate(knock);
        if (reply !== 'heard') return `nobody answered: ${reply}`;
        const state = await session.inBrowser<string>('return extension.backgroundState');
        return state === 'running' ? 'well' : state;
      }),
    stopWorker: async () => {
      await session.inBrowser('return extension.terminateBackground({ ignoreDevToolsAttached: true })');
      await until(
        'the worker has stopped',
        async () => (await session.inBrowser('return extension.backgroundState')) === 'stopped',
      );
    },
    updateExtension: () => session.install(extension),
    restart: async () => {
      await session.quit();
      session = await start();
    },
    crash: async () => {
      await session.crash();
      session = await start();
    },
    untilClosed: () => session.ended,
    close: async () => {
      // Nothing of the profile is wanted any more, so there is nothing to end in order.
      await session.crash();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/** Resolves where somebody listens, also when nobody feels addressed; wakes the worker. */
async function knock(): Promise<string> {
  const { runtime } = (
    globalThis as unknown as { browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
  ).browser;
  return runtime.sendMessage({ name: 'Is anybody there?' }).then(
    () => 'heard',
    (error: unknown) => String(error),
  );
}

function addonId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

function userJs(prefs: Record<string, string | number | boolean>): string {
  return Object.entries(prefs)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** One run of Firefox. Commands go to the tab that is switched to, so they stand in a queue. */
class Session {
  readonly ended: Promise<void>;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly child: ChildProcess,
    private readonly marionette: Marionette,
    private readonly addon: string,
  ) {
    this.ended = new Promise((resolve) => {
      child.once('exit', () => resolve());
    });
  }

  async install(path: string): Promise<void> {
    await this.inTurn(() => this.marionette.send('Addon:Install', { path, temporary: true }));
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(work, work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Runs as the browser itself, with the extension and the frame of the tab at hand. */
  inBrowser<Result>(body: string, handle?: string): Promise<Result> {
    const script = `
      const { extension } = WebExtensionPolicy.getByID(arguments[0]);
      const frame = gBrowser.selectedBrowser;
      ${body}`;
    return this.inTurn(async () => {
      if (handle === undefined) await this.leaveClosedTab();
      else await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
      await this.marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await this.execute<Result>(script, [this.addon]);
      } finally {
        await this.marionette.send('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  async openTab(asked: string[]): Promise<Tab> {
    const handle = await this.inTurn(() => this.newHandle());
    return new FirefoxTab(this, handle, asked);
  }

  /** The first tab stays as it is: Firefox does not close the last one, and a closed one cannot be left. */
  private async newHandle(): Promise<string> {
    await this.leaveClosedTab();
    const { handle } = await this.marionette.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab' });
    return handle;
  }

  private async leaveClosedTab(): Promise<void> {
    const [handle] = await this.marionette.send<string[]>('WebDriver:GetWindowHandles');
    await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
  }

  inTab<Result>(handle: string, work: (marionette: Marionette) => Promise<Result>): Promise<Result> {
    return this.inTurn(async () => {
      await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
      return work(this.marionette);
    });
  }

  async execute<Result>(script: string, args: unknown[] = []): Promise<Result> {
    const { value } = await this.marionette.send<{ value: Result }>('WebDriver:ExecuteScript', {
      script,
      args,
      newSandbox: false,
    });
    return value;
  }

  async crash(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
    this.marionette.close();
  }

  async quit(): Promise<void> {
    const hasEnded = this.child.exitCode !== null || this.child.signalCode !== null;
    if (!hasEnded) await this.marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
    await this.ended;
    this.marionette.close();
  }
}

class FirefoxTab implements Tab {
  constructor(
    private readonly session: Session,
    private readonly handle: string,
    private readonly asked: string[],
  ) {}

  private do<Result>(work: (marionette: Marionette) => Promise<Result>): Promise<Result> {
    return this.session.inTab(this.handle, work);
  }

  async goto(url: string): Promise<void> {
    this.asked.push(url);
    await this.do((marionette) => marionette.send('WebDriver:Navigate', { url }));
  }

  async back(): Promise<void> {
    await this.do((marionette) => marionette.send('WebDriver:Back'));
  }

  evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return this.do(() => this.session.execute<Result>(`return ${callSource(run, args)}`));
  }

  /** Waits for the element: a page that was just opened may not be drawn yet, or be about to draw it anew. */
  private async withElement<Args extends unknown[]>(
    find: (...args: Args) => Element | null,
    args: Args,
    command: string,
    parameters: Record<string, unknown> = {},
  ): Promise<void> {
    await this.do((marionette) =>
      until(`there is what ${find.name || 'the page'} looks for`, async () => {
        const found = await this.session.execute<Record<string, string> | null>(
          `return ${callSource(find, args)}`,
        );
        if (found) await marionette.send(command, { id: found[ELEMENT], ...parameters });
        return found;
      }),
    );
  }

  click<Args extends unknown[]>(find: (...args: Args) => Element | null, ...args: Args): Promise<void> {
    return this.withElement(find, args, 'WebDriver:ElementClick');
  }

  setFiles<Args extends unknown[]>(
    paths: string[],
    find: (...args: Args) => Element | null,
    ...args: Args
  ): Promise<void> {
    return this.withElement(find, args, 'WebDriver:ElementSendKeys', { text: paths.join('\n') });
  }

  async press(key: string): Promise<void> {
    const value = KEYS[key] ?? key;
    await this.do((marionette) =>
      marionette.send('WebDriver:PerformActions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ],
          },
        ],
      }),
    );
  }

  async resize(width: number, height: number): Promise<void> {
    // The window cannot be as small as a popup, the frame that holds the page can.
    await this.session.inBrowser(
      `frame.style.cssText = 'flex: none; width: ${width}px; height: ${height}px; min-width: 0; min-height: 0'`,
      this.handle,
    );
    await until(`the page is ${width} wide`, () =>
      this.evaluate((wanted) => globalThis.innerWidth === wanted, width),
    );
  }

  dark(on: boolean): Promise<void> {
    const scheme = on ? 'dark' : 'light';
    return this.session.inBrowser(
      `frame.browsingContext.prefersColorSchemeOverride = '${scheme}'`,
      this.handle,
    );
  }

  asPrinted(on: boolean): Promise<void> {
    return this.session.inBrowser(
      `frame.browsingContext.mediumOverride = '${on ? 'print' : ''}'`,
      this.handle,
    );
  }

  lessMotion(on: boolean): Promise<void> {
    return this.session.inBrowser(`Services.prefs.setIntPref('ui.prefersReducedMotion', ${Number(on)})`);
  }

  async screenshot(path: string): Promise<void> {
    const { value } = await this.do((marionette) =>
      marionette.send<{ value: string }>('WebDriver:TakeScreenshot', { full: false }),
    );
    await writeFile(path, Buffer.from(value, 'base64'));
  }

  async close(): Promise<void> {
    await this.do((marionette) => marionette.send('WebDriver:CloseWindow'));
  }
}
