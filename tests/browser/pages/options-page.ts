import { basename } from 'node:path';
import type { BrowserUnderTest, Tab } from '../under-test';
import { until } from '../until';

const UNDO = 'button[aria-label^="Undo"]';

export type ImportState = 'idle' | 'running' | 'done' | 'failed';

export interface OptionsPage {
  tab: Tab;
  /** Chooses files and waits until they have been read. */
  choose(...paths: string[]): Promise<void>;
  /** Takes the proposed date for every file that names none; says for how many. */
  acceptProposedDates(): Promise<number>;
  /** Presses the button that goes on from the preview. */
  confirm(): Promise<void>;
  /** Waits for the end of the import; the answer is the status. */
  done(): Promise<string>;
  /** Chooses, goes on, and waits for the end. */
  import(...paths: string[]): Promise<string>;
  /** Goes on from the preview, and presses a button such as Pause as soon as there is one. */
  confirmAndPress(name: string): Promise<void>;
  /** Presses the button whose name starts so. */
  press(name: string): Promise<void>;
  undoLatest(): Promise<void>;
  state(): Promise<ImportState>;
  status(): Promise<string>;
  /** Everything that the import section says. */
  text(): Promise<string>;
}

/** `patience` in milliseconds, for what has to be read and stored: years of digests take their time. */
export async function openOptionsPage(browser: BrowserUnderTest, patience = 60_000): Promise<OptionsPage> {
  const tab = await browser.openTab();
  await tab.goto(browser.extensionUrl('options.html'));
  await until('the options page can be used', () =>
    tab.evaluate(() => document.querySelector('input[type=file]') !== null),
  );

  const state = (): Promise<ImportState> =>
    tab.evaluate(
      () => document.querySelector<HTMLElement>('[data-import-state]')?.dataset['importState'] as ImportState,
    );
  const status = (): Promise<string> =>
    tab.evaluate(() => document.querySelector<HTMLElement>('[role=status]')?.innerText ?? '');
  const text = (): Promise<string> =>
    tab.evaluate(() => document.querySelector<HTMLElement>('[data-import-state]')?.innerText ?? '');

  const choose = async (...paths: string[]): Promise<void> => {
    await tab.setFiles(paths, findFileInput, 'Choose digest files');
    await until(
      `${paths.join(', ')} has been read`,
      async () =>
        (await text()).includes(basename(paths[0] ?? '')) &&
        ((await state()) === 'failed' || (await tab.evaluate(canGoOn))),
      patience,
    );
  };
  const acceptProposedDates = async (): Promise<number> => {
    const waiting = () => tab.evaluate(() => document.querySelectorAll('td form button').length);
    const asked = await waiting();
    for (let left = asked; left > 0; left -= 1) {
      await tab.click(() => document.querySelector('td form button'));
      await until('the date is taken', async () => (await waiting()) < left);
    }
    return asked;
  };
  const confirm = (): Promise<void> => tab.click(findImportButton);
  const done = async (): Promise<string> => {
    await until('the import is done', async () => (await state()) === 'done', patience);
    return status();
  };

  return {
    tab,
    choose,
    acceptProposedDates,
    confirm,
    done,
    import: async (...paths) => {
      await choose(...paths);
      await confirm();
      return done();
    },
    confirmAndPress: async (name) => {
      await tab.evaluate(pressWhenThere, name);
      await confirm();
    },
    press: (name) => tab.click((begins) => document.querySelector(`button[aria-label^="${begins} "]`), name),
    undoLatest: async () => {
      const count = (): Promise<number> =>
        tab.evaluate((selector) => document.querySelectorAll(selector).length, UNDO);
      const before = await count();
      await tab.click((selector) => document.querySelector(selector), UNDO);
      await until('the import is undone', async () => (await count()) === before - 1);
    },
    state,
    status,
    text,
  };
}

/** Runs in the page, which changes faster than it could be asked from here. */
function pressWhenThere(name: string): void {
  const observer = new MutationObserver(() => {
    const button = document.querySelector<HTMLElement>(`button[aria-label^="${name} "]`);
    if (!button) return;
    observer.disconnect();
    button.click();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** The preview is there: it offers to import, or asks for a date first. */
function canGoOn(): boolean {
  const buttons = [...document.querySelectorAll('button')];
  return buttons.some((button) => button.innerText.startsWith('Import'));
}

function findImportButton(): Element | null {
  return (
    [...document.querySelectorAll('button')].find((button) => button.innerText.startsWith('Import')) ?? null
  );
}

function findFileInput(label: string): Element | null {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=file][multiple]')];
  return (
    inputs.find(
      (input) =>
        input.ariaLabel === label ||
        [...(input.labels ?? [])].some((each) => each.innerText.trim() === label),
    ) ?? null
  );
}
