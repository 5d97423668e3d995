import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

export interface FoundBrowser {
  path: string;
  version: string;
}

interface Wanted {
  called: string;
  minimum: number;
  commands: string[];
  elsewhere: string[];
}

const WANTED: Record<BrowserName, Wanted> = {
  chromium: {
    called: 'Chromium 116 or newer',
    minimum: 116,
    // Branded Chrome ignores --load-extension since version 137, so it comes last.
    commands: [
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'microsoft-edge-stable',
      'google-chrome-for-testing',
      'google-chrome',
      'google-chrome-stable',
    ],
    elsewhere: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    called: 'Firefox 140 or newer',
    minimum: 140,
    commands: ['firefox-esr', 'firefox'],
    elsewhere: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

const PACKAGES = ['chromium', 'firefox-esr', 'fonts-liberation', 'fonts-noto-cjk'];

/** The browser on this machine; where it is missing and we may, it is installed first. */
export function findBrowser(name: BrowserName): FoundBrowser {
  const found = lookFor(name) ?? (mayInstall() ? install(name) : undefined);
  if (found) return found;
  throw new Error(
    `${WANTED[name].called} was not found: install it with "sudo apt-get install ${PACKAGES.join(' ')}", or with what your system has for it.`,
  );
}

function lookFor(name: BrowserName): FoundBrowser | undefined {
  const { commands, elsewhere, minimum } = WANTED[name];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...elsewhere,
  ];
  for (const path of paths.filter((candidate) => existsSync(candidate))) {
    const version = versionOf(path);
    if (version && Number.parseInt(version, 10) >= minimum) return { path, version };
  }
  return undefined;
}

/** `Mozilla Firefox 153.7.0esr` → `153.7.0`. A snap's launcher without its snap prints no version. */
function versionOf(path: string): string | undefined {
  try {
    return /\d+(\.\d+)+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }))?.[0];
  } catch {
    return undefined;
  }
}

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function install(name: BrowserName): FoundBrowser | undefined {
  console.log(`${WANTED[name].called} is missing: installing ${PACKAGES.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): Buffer =>
    execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...PACKAGES);
  } catch {
    return undefined;
  }
  return lookFor(name);
}
