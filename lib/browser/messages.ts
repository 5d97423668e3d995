import { browser } from 'wxt/browser';
import type { AbsPage } from '../arxiv/abs-page';
import type { Catalogue, Language } from '../i18n/translate';
import type { AnnouncementDate, ArxivId, PageKind, ReadingChange, ReadingState } from '../paper';
import type { Listing } from '../store/views/last-listings';
import type { Mark } from '../store/views/marks';
import type { Settings } from './setting-shapes';

/** A page of arXiv and the papers that it shows or lists. */
export interface PageQuestion {
  kind: PageKind;
  address: string;
  ids: ArxivId[];
}

/** The settings that a page of arXiv needs: no saved search and nothing else of the reader's gets there. */
type PageSettings = Pick<Settings, 'pagesOff' | 'relatedFolded'>;

/**
 * What the page may show of its papers. If `isQuiet` is set, the reader wants the page left alone and nothing is shown.
 */
export interface PageAnswer {
  isQuiet: boolean;
  marks: Record<ArxivId, Mark>;
  settings: PageSettings;
  language: Language;
  /** The texts of the page's script, in `language`. */
  messages: Catalogue;
}

/** A related paper as the page lists it. */
export interface RelatedAnswer {
  id: ArxivId;
  title: string;
  /** The last digest that listed the paper. */
  listing: Listing;
  /** The terms and authors that both papers have in common, as the papers write them. */
  terms: string[];
  authors: string[];
  /** The reader's state of the paper. */
  state: Pick<Mark, 'read' | 'starred'>;
}

/** Everything that a page can ask of the worker: the name of a message, its question and its answer. */
export interface Protocol {
  /** Starts the worker while the page is still loading; the worker then continues the imports that are under way. */
  wake(): void;
  /** Asked once for each page, however many papers the page lists. */
  marks(page: PageQuestion): PageAnswer;
  /** Leaves the page at this address alone until the browser ends. */
  silence(address: string): void;
  /**
   * Opens a day in the library. The worker does it because a page of arXiv may not lead to a page of the extension.
   */
  openDay(day: AnnouncementDate): void;
  related(page: AbsPage): RelatedAnswer[];
  /**
   * How close each paper is to what the reader has starred, the closest near 1. Papers that are not stored are left
   * out.
   */
  closeness(ids: ArxivId[]): Record<ArxivId, number>;
  /**
   * Changes the reading state of these papers. The answer holds the states before the change, for `putBackReading`.
   */
  changeReading(change: { ids: ArxivId[]; change: ReadingChange }): ReadingState[];
  putBackReading(before: ReadingState[]): void;
  /**
   * Asked of the worker because in Firefox a page that is left during its first call of `storage`, and is shown again
   * from the back/forward cache, never gets an answer to that call.
   */
  settings(): Settings;
  changeSettings(changes: Partial<Settings>): void;
  /** Continues the backup that is being restored. */
  restore(): void;
  /** Deletes the digests with these keys. */
  deleteDigests(keys: string[]): void;
  deleteEverything(): void;
}

export type MessageName = keyof Protocol;
type Question<K extends MessageName> = Parameters<Protocol[K]>[0];
type Answer<K extends MessageName> = ReturnType<Protocol[K]>;
export type Handlers = { [K in MessageName]: (question: Question<K>) => Promise<Answer<K>> };

export type Reply = { ok: true; answer: unknown } | { ok: false; message: string };

/** Asks the worker and gives its answer. Throws if the worker failed or refused, with its reason as message. */
export async function send<K extends MessageName>(
  name: K,
  ...[question]: Question<K> extends undefined ? [] : [Question<K>]
): Promise<Answer<K>> {
  const reply: Reply = await browser.runtime.sendMessage({ name, question });
  if (!reply.ok) throw new Error(reply.message);
  return reply.answer as Answer<K>;
}
