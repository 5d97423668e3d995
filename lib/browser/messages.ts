import { browser } from 'wxt/browser';
import type { AbsPage } from '../arxiv/abs-page';
import type { Catalogue, Language } from '../i18n/translate';
import type { AnnouncementDate, ArxivId, PageKind, ReadingChange, ReadingState } from '../paper';
import type { Listing } from '../store/views/last-listings';
import type { Mark } from '../store/views/marks';
import type { Settings } from './settings';

/** A page of arXiv and the papers that it shows or lists. */
export interface PageQuestion {
  kind: PageKind;
  address: string;
  ids: ArxivId[];
}

/** The settings that a page of arXiv needs: no saved search and nothing else of the reader's gets there. */
export type PageSettings = Pick<Settings, 'pagesOff' | 'relatedFolded'>;

/** What the page may say of them; nothing at all where the reader wants it left alone. */
export interface PageAnswer {
  isQuiet: boolean;
  marks: Record<ArxivId, Mark>;
  settings: PageSettings;
  language: Language;
  /** What the page's script says, in that language. */
  messages: Catalogue;
}

/** A related paper as the page lists it. */
export interface RelatedAnswer {
  id: ArxivId;
  title: string;
  /** The last digest that listed it. */
  listing: Listing;
  /** Terms and authors in common, each as the papers write it. */
  terms: string[];
  authors: string[];
  /** What the reader made of it. */
  state: Pick<Mark, 'read' | 'starred'>;
}

/** Everything that a page can ask of the worker: the name of a message, its question and its answer. */
export interface Protocol {
  /** The worker starts while the page is still loading, and goes on with the imports that are under way. */
  wake(): void;
  /** Asked once for a page, however many papers it lists. */
  marks(page: PageQuestion): PageAnswer;
  /** Leave the page of this address alone until the browser ends. */
  silence(address: string): void;
  /** In the library: a page of arXiv may not lead to a page of the extension by itself. */
  openDay(day: AnnouncementDate): void;
  related(page: AbsPage): RelatedAnswer[];
  /** How close each of these papers is to what the reader has starred, the closest near 1; those that are known. */
  closeness(ids: ArxivId[]): Record<ArxivId, number>;
  /** Change the reading state of these papers; the answer puts it back as it was. */
  changeReading(change: { ids: ArxivId[]; change: ReadingChange }): ReadingState[];
  putBackReading(before: ReadingState[]): void;
  /**
   * Through the worker, because in Firefox a page that is left during its first call of `storage` and shown
   * again from the back/forward cache never gets an answer from there.
   */
  settings(): Settings;
  changeSettings(changes: Partial<Settings>): void;
  /** Go on with the backup that is being restored. */
  restore(): void;
  /** Delete the digests of these keys. */
  deleteDigests(keys: string[]): void;
  deleteEverything(): void;
}

export type MessageName = keyof Protocol;
type Question<K extends MessageName> = Parameters<Protocol[K]>[0];
type Answer<K extends MessageName> = ReturnType<Protocol[K]>;
export type Handlers = { [K in MessageName]: (question: Question<K>) => Promise<Answer<K>> };

export type Reply = { ok: true; answer: unknown } | { ok: false; message: string };

export async function send<K extends MessageName>(
  name: K,
  ...[question]: Question<K> extends undefined ? [] : [Question<K>]
): Promise<Answer<K>> {
  const reply: Reply = await browser.runtime.sendMessage({ name, question });
  if (!reply.ok) throw new Error(reply.message);
  return reply.answer as Answer<K>;
}
