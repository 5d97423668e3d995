import type { AbsPage } from './arxiv/abs-page';
import type { Engine } from './find/engine';
import type { RelatedItem } from './browser/messages';
import { type Markup, MOST_SUGGESTIONS, type Suggestion, suggestionsOf } from './find/suggestions';
import type { ArxivId } from './paper';
import { foundPapers, lastListings } from './store/changes/put-digests';
import { latestStarred, readingStates } from './store/changes/reading-states';
import type { LensDatabase } from './store/database';

/** As many as a reader may unfold beside an abstract. */
const MOST_RELATED = 10;

/** The stored papers related to the one a page shows, with the reason. */
export async function answerRelated(db: LensDatabase, engine: Engine, page: AbsPage): Promise<RelatedItem[]> {
  const related = await engine.related(page, MOST_RELATED);
  const ids = related.map(({ id }) => id);
  const [listings, states] = await Promise.all([lastListings(db, ids), readingStates(db, ids)]);
  return related.flatMap(({ id, title, reason }) => {
    const listing = listings.get(id);
    const { read = false, starred = false } = states.get(id) ?? {};
    return listing ? [{ id, title, listing, ...reason, state: { read, starred } }] : [];
  });
}

/** What the address bar offers while this is being typed into it. */
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

/** Taste changes: as many as say what a reader likes now. */
const LATEST_STARRED = 30;

export async function answerCloseness(
  db: LensDatabase,
  engine: Engine,
  ids: readonly ArxivId[],
): Promise<Record<ArxivId, number>> {
  const starred = await latestStarred(db, LATEST_STARRED);
  return Object.fromEntries(await engine.closeness(ids, starred));
}
