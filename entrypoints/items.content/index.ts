import { defineContentScript } from '#imports';
import { itemPageKind, itemsOf, type Item } from '../../lib/arxiv/item-pages';
import { speak } from '../../lib/i18n/translate';
import { send } from '../../lib/messages';
import type { ArxivId } from '../../lib/paper';
import type { Mark } from '../../lib/store/marks';
import { onNews } from '../../lib/store/news';
import { inSlices } from './in-slices';
import { createMarker } from './marker';

export default defineContentScript({
  matches: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'].flatMap((host) =>
    ['list/*', 'catchup/*', 'a/*', 'search*'].map((path) => `*://${host}/${path}`),
  ),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    const start = () => {
      const page = markItems(document);
      onNews({ reading: page.refresh, settings: page.refreshAll });
      // A page that comes back from the browser's cache may list papers that have been imported meanwhile.
      context.addEventListener(window, 'pageshow', (event) => event.persisted && page.refreshAll());
      context.onInvalidated(page.takeDown);
    };
    if (document.readyState === 'loading') {
      context.addEventListener(document, 'DOMContentLoaded', start, { once: true });
    } else {
      start();
    }
  },
});

/** Marks the papers that the page lists, and those that another script adds to it. */
function markItems(document: Document) {
  const kind = itemPageKind(document.URL);
  const marker = createMarker();
  /** Every paper that was asked for; without a mark where there is nothing to say. */
  const known = new Map<ArxivId, Mark | undefined>();

  const ask = async (ids: ArxivId[]): Promise<void> => {
    if (ids.length === 0) return;
    const { marks, language, messages } = await send('marks', { kind, address: document.URL, ids });
    speak(language, messages);
    for (const id of ids) known.set(id, marks[id]);
    inSlices(itemsOf(document, kind), show);
  };
  const show = ({ id, place }: Item) => marker.put(place, id, known.get(id));
  const look = () => {
    const items = itemsOf(document, kind);
    const unknown = items.map(({ id }) => id).filter((id) => !known.has(id));
    for (const id of unknown) known.set(id, undefined);
    if (unknown.length > 0) void ask(unknown);
    else
      inSlices(
        items.filter(({ place }) => !marker.isOn(place)),
        show,
      );
  };

  // One look for all that a script adds in one go; our own marks are nothing new.
  let isLooking = false;
  const observer = new MutationObserver((records) => {
    if (isLooking || records.every(({ addedNodes }) => [...addedNodes].every(marker.isMark))) return;
    isLooking = true;
    requestAnimationFrame(() => {
      isLooking = false;
      look();
    });
  });
  look();
  observer.observe(document.body, { childList: true, subtree: true });

  return {
    refresh: (ids: readonly ArxivId[]) => void ask(ids.filter((id) => known.has(id))),
    refreshAll: () => void ask([...known.keys()]),
    takeDown: () => {
      observer.disconnect();
      marker.removeAll(document);
    },
  };
}
