import type { AbsPage } from './arxiv/abs-page';
import type { Engine } from './engine';
import type { RelatedItem, SearchAnswer } from './messages';
import type { ArxivId } from './paper';
import { foundPapers, lastListings } from './store/papers';
import { latestStarred } from './store/reading-states';
import type { LensDatabase } from './store/schema';

/** As many as a reader may unfold beside an abstract. */
const MOST_RELATED = 10;

/** The stored papers related to the one a page shows, with the reason. */
export async function answerRelated(db: LensDatabase, engine: Engine, page: AbsPage): Promise<RelatedItem[]> {
  const related = await engine.related(page, MOST_RELATED);
  const listings = await lastListings(
    db,
    related.map(({ id }) => id),
  );
  return related.flatMap(({ id, title, reason }) => {
    const listing = listings.get(id);
    return listing ? [{ id, title, listing, ...reason }] : [];
  });
}

export async function answerSearch(
  db: LensDatabase,
  engine: Engine,
  text: string,
  limit?: number,
): Promise<SearchAnswer> {
  const { hits, terms } = await engine.search(text, limit);
  const found = await foundPapers(
    db,
    hits.map(({ id }) => id),
  );
  return { found, terms: [...terms] };
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
