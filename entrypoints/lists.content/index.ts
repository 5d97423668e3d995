import { defineContentScript } from '#imports';
import { inSlices } from '../../components/arxiv/in-slices';
import { createMarker } from '../../components/arxiv/list-marker';
import { createSummary } from '../../components/arxiv/summary-line';
import { whenParsed } from '../../components/arxiv/when-parsed';
import { listingKind, type PaperLine, paperLines } from '../../lib/arxiv/listing-pages';
import { onChanges } from '../../lib/browser/changes';
import { send } from '../../lib/browser/messages';
import { speak } from '../../lib/i18n/translate';
import type { ArxivId, PageKind } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';

/** From here on arXiv's lists leave a gutter beside their items. */
const WIDE = '(min-width: 769px)';

export default defineContentScript({
  matches: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'].flatMap((host) =>
    ['list/*', 'catchup/*', 'a/*', 'search*'].map((path) => `*://${host}/${path}`),
  ),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    whenParsed(document, () => {
      const page = markList(document);
      onChanges({ reading: page.refresh, settings: page.refreshAll });
      // A page that comes back from the browser's cache may list papers that have been imported meanwhile.
      context.addEventListener(window, 'pageshow', (event) => event.persisted && page.refreshAll());
      context.onInvalidated(page.takeDown);
    });
  },
});

const isOurs = ({ nodeName }: Node) => nodeName.startsWith('DIGEST-LENS');

/** Marks the papers that the page lists, and those that another script adds to it. */
function markList(document: Document) {
  const kind = listingKind(document.URL);
  const marker = createMarker(document);
  let pagesOff: readonly PageKind[] = [];
  const summary = createSummary(document, kind, {
    onSilence: () => void send('silence', document.URL).then(refreshAll),
    onSwitchOff: () => void send('changeSettings', { pagesOff: [...pagesOff, kind] }),
  });
  const wide = matchMedia(WIDE);
  /** Every paper that was asked for; without a mark where there is nothing to say. */
  const known = new Map<ArxivId, Mark | undefined>();

  const showAll = (items: readonly PaperLine[]) => {
    const inGutter = kind === 'list' && wide.matches;
    inSlices(items, ({ id, place }) => marker.put(place, id, known.get(id), inGutter));
    summary.show(items, known, inGutter);
  };
  const showAgain = () => showAll(paperLines(document, kind));
  const ask = async (ids: ArxivId[], items = paperLines(document, kind)): Promise<void> => {
    if (ids.length === 0) return;
    const { marks, settings, language, messages } = await send('marks', { kind, address: document.URL, ids });
    speak(language, messages);
    ({ pagesOff } = settings);
    for (const id of ids) known.set(id, marks[id]);
    showAll(items);
  };
  const refreshAll = () => void ask([...known.keys()]);
  const look = () => {
    const items = paperLines(document, kind);
    const unknown = [...new Set(items.map(({ id }) => id))].filter((id) => !known.has(id));
    for (const id of unknown) known.set(id, undefined);
    if (unknown.length > 0) void ask(unknown, items);
    else if (items.some(({ id, place }) => known.get(id) && !marker.isOn(place))) showAll(items);
  };

  // One look for all that a script adds in one go; our own marks are nothing new.
  let isLooking = false;
  const observer = new MutationObserver((records) => {
    if (isLooking || records.every(({ addedNodes }) => [...addedNodes].every(isOurs))) return;
    isLooking = true;
    requestAnimationFrame(() => {
      isLooking = false;
      look();
    });
  });
  look();
  observer.observe(document.body, { childList: true, subtree: true });
  wide.addEventListener('change', showAgain);

  return {
    refresh: (ids: readonly ArxivId[]) => void ask(ids.filter((id) => known.has(id))),
    refreshAll,
    takeDown: () => {
      observer.disconnect();
      wide.removeEventListener('change', showAgain);
      summary.remove();
      marker.removeAll(document);
    },
  };
}
