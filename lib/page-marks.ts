import { pageMessages } from './i18n/catalogues';
import type { PageAnswer, PageQuestion } from './browser/messages';
import { marksOf } from './store/views/marks';
import type { LensDatabase } from './store/database';
import { languageOf, readSettings, silencedPages, silencePage } from './browser/settings';

/** What a page may say of its papers, unless the reader has switched its kind off or silenced it. */
export async function answerMarks(
  db: LensDatabase,
  { kind, address, ids }: PageQuestion,
): Promise<PageAnswer> {
  const [settings, silenced, marks] = await Promise.all([readSettings(), silencedPages(), marksOf(db, ids)]);
  const isQuiet = settings.pagesOff.includes(kind) || silenced.includes(pageOf(address));
  const language = languageOf(settings);
  return { isQuiet, marks: isQuiet ? {} : marks, settings, language, messages: pageMessages(language) };
}

export async function silence(address: string): Promise<void> {
  await silencePage(pageOf(address));
}

/** A place within a page is the same page. */
const pageOf = (address: string): string => address.split('#')[0] ?? address;
