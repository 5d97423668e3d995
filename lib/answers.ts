import type { AbsPage } from './arxiv/abs-page';
import type { PageAnswer, PageQuestion, RelatedAnswer } from './browser/messages';
import type { Markup, Suggestion } from './browser/omnibox';
import { languageOf, readSettings } from './browser/settings';
import { silencedPages, silencePage } from './browser/silenced-pages';
import type { Engine } from './find/engine';
import { MOST_SUGGESTIONS, suggestionsOf } from './find/suggestions';
import { pageMessages } from './i18n/outside';
import type { ArxivId } from './paper';
import type { LensDatabase } from './store/database';
import { foundPapers, lastListings } from './store/views/last-listings';
import { marksOf } from './store/views/marks';
import { latestStarred, readingStates } from './store/views/reading-states';

/** As many papers as a reader may unfold beside an abstract. */
const MOST_RELATED = 10;

/** The stored papers related to the one that a page shows, with the reasons. */
export async function answerRelated(
  db: LensDatabase,
  engine: Engine,
  page: AbsPage,
): Promise<RelatedAnswer[]> {
  const related = await engine.related(page, MOST_RELATED);
  const ids = related.map(({ id }) => id);
  const [listings, states] = await Promise.all([lastListings(db, ids), readingStates(db, ids)]);
  return related.flatMap(({ id, title, reason }) => {
    const listing = listings.get(id);
    const { read = false, starred = false } = states.get(id) ?? {};
    return listing ? [{ id, title, listing, ...reason, state: { read, starred } }] : [];
  });
}

/** What the address bar suggests for the text that is being typed into it. */
export async function answerOmnibox(
  db: LensDatabase,
  engine: Engine,
  text: string,
  markup: Markup,
): Promise<Suggestion[]> {
  const { hits, terms } = await engine.search(text, MOST_SUGGESTIONS);
  const found = await foundPapers(
    db,
    hits.map(({ id }) => id),
  );
  return suggestionsOf(found, terms, markup);
}

/** How many of the latest starred papers count: taste changes, and these are enough to tell what a reader likes. */
const LATEST_STARRED = 30;

/**
 * How close each of these papers is to the latest starred papers, the closest near 1; papers that are not stored are
 * left out.
 */
export async function answerCloseness(
  db: LensDatabase,
  engine: Engine,
  ids: readonly ArxivId[],
): Promise<Record<ArxivId, number>> {
  const starred = await latestStarred(db, LATEST_STARRED);
  return Object.fromEntries(await engine.closeness(ids, starred));
}

/** What a page may show of its papers; nothing if the reader has switched its kind off or silenced it. */
export async function answerMarks(
  db: LensDatabase,
  { kind, address, ids }: PageQuestion,
): Promise<PageAnswer> {
  const [settings, silenced, marks] = await Promise.all([readSettings(), silencedPages(), marksOf(db, ids)]);
  const isQuiet = settings.pagesOff.includes(kind) || silenced.includes(pageOf(address));
  const language = languageOf(settings);
  const { pagesOff, relatedFolded } = settings;
  return {
    isQuiet,
    marks: isQuiet ? {} : marks,
    settings: { pagesOff, relatedFolded },
    language,
    messages: pageMessages(language),
  };
}

/** Leaves the page at this address alone until the browser ends. */
export async function silence(address: string): Promise<void> {
  await silencePage(pageOf(address));
}

/** The address without its fragment, since a place within a page is the same page. */
const pageOf = (address: string): string => address.split('#')[0] ?? address;
