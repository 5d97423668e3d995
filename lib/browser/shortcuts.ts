import browser from 'webextension-polyfill';

/** Hears the commands of the manifest. The browser opens the popup itself, so that command does not arrive here. */
export function onCommand(run: (command: string) => void): void {
  browser.commands.onCommand.addListener(run);
}

export type Shortcut = readonly [command: string, keys: string];

/**
 * The keys of the extension's commands as the reader has set them. A command whose keys another extension has taken
 * has an empty text.
 */
export async function shortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => [name, shortcut] as const);
}

/** Opens the browser's own page of keyboard shortcuts. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has this method from version 137 on; the polyfill's types do not have it yet.
  const commands = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (import.meta.env.FIREFOX) await commands.openShortcutSettings?.();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
