import { inSlices } from '../../components/arxiv/in-slices';
import { createMarker } from '../../components/arxiv/list-marker';
import { createSummary } from '../../components/arxiv/summary-line';
import { listingKind, type PaperLine, paperLines } from '../../lib/arxiv/listing-pages';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import { tell } from '../../lib/browser/tell';
import { speak } from '../../lib/i18n/translate';
import type { ArxivId, PageKind } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';

/** From here on arXiv's lists leave a gutter beside their entries. */
const WIDE = '(min-width: 769px)';

/** Marks the papers that the page lists, and those that another script adds to it. */
export function markList(document: Document) {
  const kind = listingKind(document.URL);
  const marker = createMarker(document);
  let pagesOff: readonly PageKind[] = [];
  const summary = createSummary(document, kind, {
    onSilence: () => void send('silence', document.URL).then(refreshAll).catch(logError),
    onSwitchOff: () => tell('changeSettings', { pagesOff: [...pagesOff, kind] }),
  });
  const wide = matchMedia(WIDE);
  /** Every paper that was asked for; without a mark where there is nothing to say. */
  const known = new Map<ArxivId, Mark | undefined>();

  const showAll = (lines: readonly PaperLine[]) => {
    const inGutter = kind === 'list' && wide.matches;
    inSlices(lines, ({ id, place }) => marker.put(place, id, known.get(id), inGutter));
    summary.show(lines, known, inGutter);
  };
  const showAgain = () => showAll(paperLines(document, kind));
  const learn = async (ids: ArxivId[], lines: readonly PaperLine[]): Promise<void> => {
    const { marks, settings, language, messages } = await send('marks', { kind, address: document.URL, ids });
    speak(language, messages);
    ({ pagesOff } = settings);
    for (const id of ids) known.set(id, marks[id]);
    showAll(lines);
  };
  const ask = (ids: ArxivId[], lines = paperLines(document, kind)): void => {
    if (ids.length > 0) learn(ids, lines).catch(logError);
  };
  const refreshAll = () => ask([...known.keys()]);
  const look = () => {
    const lines = paperLines(document, kind);
    const unknown = [...new Set(lines.map(({ id }) => id))].filter((id) => !known.has(id));
    for (const id of unknown) known.set(id, undefined);
    if (unknown.length > 0) ask(unknown, lines);
    else if (lines.some(({ id, place }) => known.get(id) && !marker.isOn(place))) showAll(lines);
  };

  look();
  const observer = watchAdditions(document, look);
  wide.addEventListener('change', showAgain);
  return {
    refresh: (ids: readonly ArxivId[]) => ask(ids.filter((id) => known.has(id))),
    refreshAll,
    takeDown: () => {
      observer.disconnect();
      wide.removeEventListener('change', showAgain);
      summary.remove();
      marker.removeAll(document);
    },
  };
}

const isOurs = ({ nodeName }: Node) => nodeName.startsWith('DIGEST-LENS');

/** One look for all that a script adds to the page in one go; our own marks are nothing new. */
function watchAdditions(document: Document, look: () => void): MutationObserver {
  let isLooking = false;
  const observer = new MutationObserver((records) => {
    if (isLooking || records.every(({ addedNodes }) => [...addedNodes].every(isOurs))) return;
    isLooking = true;
    requestAnimationFrame(() => {
      isLooking = false;
      look();
    });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return observer;
}
