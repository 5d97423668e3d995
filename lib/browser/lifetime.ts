import browser from 'webextension-polyfill';

/** Less than the 30 s after which both browsers end a worker that only computes or writes. */
const HEARTBEAT_MS = 20_000;

/** Keeps the worker alive while `work` runs: only calls of the browser's own API count as a sign of life. */
export async function stayAlive<T>(work: () => Promise<T>): Promise<T> {
  const heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
  }
}

/** Runs when the browser starts, and when the extension has been installed or updated. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(run);
}

const ALARM = 'go on';

/** The shortest period that Chrome allows. */
const ALARM_MINUTES = 0.5;

/** While there is work, has the browser start the worker again and again in case it has ended. */
export async function keepWaking(isAtWork: boolean): Promise<void> {
  if (isAtWork) await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  else await browser.alarms.clear(ALARM);
}

export function onWaking(run: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) run();
  });
}
