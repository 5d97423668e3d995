import type { BrowserName } from './find-browser';
import type { Network } from './network';

/** One tab. Functions given to it run in its page, so they may use nothing but their arguments. */
export interface Tab {
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  click<Args extends unknown[]>(find: (...args: Args) => Element | null, ...args: Args): Promise<void>;
  setFiles<Args extends unknown[]>(
    paths: string[],
    find: (...args: Args) => Element | null,
    ...args: Args
  ): Promise<void>;
  /** A key by its `KeyboardEvent.key` name. */
  press(key: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  dark(on: boolean): Promise<void>;
  /** Shows the page as it would be on paper. */
  asPrinted(on: boolean): Promise<void>;
  /** What a system tells every page whose reader wants less to move. */
  lessMotion(on: boolean): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A real browser with the extension in it, the same for every kind of browser. */
export interface BrowserUnderTest {
  name: BrowserName;
  version: string;
  /** The addresses that tabs were sent to: what may stand in the network's log. */
  asked: readonly string[];
  /** The folder that files are saved in. */
  downloads: string;
  extensionUrl(page: string): string;
  openTab(): Promise<Tab>;
  /** What the address bar offers for a text behind the extension's keyword. */
  suggestions(text: string): Promise<string[]>;
  /** Enters it there, to be shown in a new tab; says where that leads. */
  enterInAddressBar(text: string): Promise<string>;
  /** In words; `well` is the good one. */
  workerHealth(): Promise<string>;
  stopWorker(): Promise<void>;
  /** Puts a new version of the extension, the same files, into the place of the one that runs; its pages are closed. */
  updateExtension(): Promise<void>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  /** Kills the browser's process in the middle of whatever it does, and starts it again with the same profile. */
  crash(): Promise<void>;
  close(): Promise<void>;
  /** Resolves when the reader has closed the browser. */
  untilClosed(): Promise<void>;
}

export interface LaunchOptions {
  extension: string;
  network: Network;
  headless: boolean;
}

/**
 * The source of a call, run as it stands in the page.
 * tsx names inner functions through a helper of its own, which a page does not have.
 */
export function callSource<Args extends unknown[]>(run: (...args: Args) => unknown, args: Args): string {
  const values = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(',');
  return `(() => { const __name = (named) => named; return (${run.toString()})(${values}); })()`;
}
