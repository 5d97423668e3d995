import { downloaded } from '../downloads';
import type { BrowserUnderTest, Tab } from '../under-test';
import { until } from '../until';

/** The part of the options page that is about what is stored. */
export interface YourData {
  tab: Tab;
  /** Makes a backup; the answer is where it was saved. */
  backUp(): Promise<string>;
  /** Chooses a file and does not wait. */
  beginRestore(path: string): Promise<void>;
  /** Chooses a file and waits until it is restored or refused; the answer is what is said then. */
  restore(path: string): Promise<string>;
  /** Presses the button of this section whose name begins so, once it can be pressed. */
  press(name: string): Promise<void>;
  state(): Promise<string>;
  /** How many records of the backup are stored. */
  written(): Promise<number>;
  text(): Promise<string>;
  report(): Promise<string>;
}

const SECTION = '[data-restore-state]';

export async function openYourData(browser: BrowserUnderTest, patience = 60_000): Promise<YourData> {
  const tab = await browser.openTab();
  await tab.goto(browser.extensionUrl('options.html'));
  await until('the section is there', () =>
    tab.evaluate((section) => document.querySelector(section) !== null, SECTION),
  );
  const state = (): Promise<string> =>
    tab.evaluate(
      (section) => document.querySelector<HTMLElement>(section)?.dataset['restoreState'] ?? '',
      SECTION,
    );
  const text = (): Promise<string> =>
    tab.evaluate((section) => document.querySelector<HTMLElement>(section)?.innerText ?? '', SECTION);
  const beginRestore = async (path: string): Promise<void> => {
    const began = (): Promise<string> =>
      tab.evaluate(
        (section) => document.querySelector<HTMLElement>(section)?.dataset['restoreBegan'] ?? '',
        SECTION,
      );
    const before = await began();
    await tab.setFiles([path], () => document.querySelector('input[aria-label="Choose a backup"]'));
    await until('the file is taken over', async () => (await began()) !== before);
  };
  return {
    tab,
    backUp: async () => {
      await tab.click(
        (section) =>
          [...document.querySelectorAll(`${section} button`)].find(
            (button) => button.textContent === 'Back up',
          ) ?? null,
        SECTION,
      );
      return downloaded(browser, /^digest-lens-backup-.*\.jsonl\.gz$/, patience);
    },
    beginRestore,
    restore: async (path) => {
      await beginRestore(path);
      await until('the restore is over', async () => ['done', 'refused'].includes(await state()), patience);
      return tab.evaluate(
        (section) => document.querySelector<HTMLElement>(`${section} [role=status]`)?.innerText ?? '',
        SECTION,
      );
    },
    press: (name) =>
      tab.click(
        (begins) =>
          [...document.querySelectorAll<HTMLButtonElement>('.deletion button:enabled')].find((button) =>
            (button.ariaLabel ?? button.innerText).startsWith(begins),
          ) ?? null,
        name,
      ),
    state,
    written: () =>
      tab.evaluate(
        (section) => document.querySelector<HTMLProgressElement>(`${section} progress`)?.value ?? 0,
        SECTION,
      ),
    text,
    report: () =>
      until('the report is gathered', async () => {
        const said = await tab.evaluate(
          () => document.querySelector<HTMLElement>('.state-report')?.innerText ?? '',
        );
        return said.startsWith('Digest Lens') ? said : undefined;
      }),
  };
}
