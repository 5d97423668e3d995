import browser from 'webextension-polyfill';

/** The commands of the manifest, but for the popup, which the browser opens itself. */
export function onCommand(run: (command: string) => void): void {
  browser.commands.onCommand.addListener(run);
}

export type Shortcut = readonly [command: string, keys: string];
/** The keys of the extension's commands as the reader has set them; none where another extension has them. */
export async function shortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => [name, shortcut] as const);
}

/** Opens the browser's own page for them. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has it from 137 on, and the polyfill's types not yet.
  const commands = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (import.meta.env.FIREFOX) await commands.openShortcutSettings?.();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
