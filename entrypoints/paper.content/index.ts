import { defineContentScript } from '#imports';
import { digestMark } from '../../components/digest-mark';
import { paperPanel } from '../../components/paper-panel';
import type { AbsPage } from '../../lib/arxiv/abs-page';
import { paperInAddress } from '../../lib/arxiv/address';
import { type PaperPage, paperPageAt } from '../../lib/arxiv/paper-pages';
import { speak } from '../../lib/i18n/translate';
import { type PageAnswer, type RelatedItem, send } from '../../lib/messages';
import type { AnnouncementDate, ArxivId } from '../../lib/paper';
import type { Mark } from '../../lib/store/marks';
import { onNews } from '../../lib/store/news';
import { createHost } from './host';
import { keepAttached } from './keep-attached';
import { placeMark, placePanel } from './place';
import { watchTheme } from './theme';
import { whenParsed } from './when-parsed';

const UNKNOWN: Mark = { listings: [] };

const onDay = (day: AnnouncementDate) => void send('openDay', day);

export default defineContentScript({
  matches: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'].flatMap((host) => [
    `*://${host}/abs*`,
    `*://${host}/html/*`,
  ]),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    const kind = paperPageAt(document.URL);
    // The worker starts and looks the paper up while the page is still on its way.
    const id = paperInAddress(document.URL);
    const early = id === undefined ? undefined : { id, answer: askMarks(kind, id) };

    const start = () => {
      // Read once: by the time one comes back, MathJax has rewritten the formulas.
      const paper = kind.read(document);
      if (!paper) return;
      const asked = early?.id === paper.id ? early.answer : askMarks(kind, paper.id);
      let page = markPage(kind, paper, asked);
      const again = () => {
        page.takeDown();
        page = markPage(kind, paper, askMarks(kind, paper.id));
      };
      onNews({ reading: (ids) => ids.includes(paper.id) && page.refresh(), settings: again });
      // A page that comes back from the browser's cache may show a paper that has been imported meanwhile.
      context.addEventListener(window, 'pageshow', (event) => event.persisted && again());
      context.onInvalidated(() => page.takeDown());
    };
    whenParsed(document, start);
  },
});

const askMarks = ({ kind }: PaperPage, id: ArxivId) =>
  send('marks', { kind, address: document.URL, ids: [id] });

/** Says on the page what is known of its paper. */
function markPage(kind: PaperPage, paper: AbsPage, asked: Promise<PageAnswer>) {
  const { id } = paper;
  const line = createHost(document);
  const panel = createHost(document, 'related');
  const shown = new Map<HTMLElement, typeof placeMark>();
  /** What of the page each of ours leans on. */
  const supports = new Map<HTMLElement, Element | undefined>();
  let mark = UNKNOWN;
  let related: RelatedItem[] | undefined;
  let folded = false;
  /** In the corner it covers what is read there, so that it waits to be opened. */
  let isInCorner = false;
  let isOpened = false;

  const place = () => {
    for (const [element, put] of shown) supports.set(element, put(document, element, kind));
    if (isInCorner === (panel.element.dataset['place'] === 'corner')) return;
    isInCorner = !isInCorner;
    show();
  };
  const show = () => {
    const isListed = mark.listings.length > 0;
    const state = isListed ? 'in-digest' : 'related';
    if (isListed) {
      line.show(digestMark({ mark, onOpen, onDay, onChange }), state);
      shown.set(line.element, placeMark);
    }
    if (related && (isListed || related.length > 0)) {
      const isFolded = isInCorner ? !isOpened : folded;
      panel.show(paperPanel({ mark, related, folded: isFolded, onFold, onDay, onChange, onSilence }), state);
      shown.set(panel.element, placePanel);
    }
    place();
  };
  const onOpen = () => {
    panel.element.scrollIntoView({ block: 'nearest' });
    panel.element.shadowRoot?.querySelector('button')?.focus();
  };
  const onFold = (next: boolean) => {
    isOpened = !next;
    folded = next;
    show();
    if (isInCorner) return;
    void send('changeSettings', { relatedFolded: folded });
  };
  const onChange = (change: object) => void send('changeReading', { ids: [id], change });
  const onSilence = () => {
    takeDown();
    void send('silence', document.URL);
  };

  const over = new AbortController();
  const isOver = () => over.signal.aborted;
  const learn = async (answer: Promise<PageAnswer>) => {
    const { isQuiet, marks, settings, language, messages } = await answer;
    if (isOver() || isQuiet) return false;
    speak(language, messages);
    mark = marks[id] ?? UNKNOWN;
    folded = settings.relatedFolded;
    return true;
  };
  void (async () => {
    if (!(await learn(asked))) return;
    if (mark.listings.length > 0) show();
    related = await send('related', paper).catch(() => []);
    if (!isOver()) show();
  })();

  const isAttached = () =>
    [...shown.keys()].every((element) => element.isConnected && supports.get(element)?.isConnected !== false);
  const keeper = keepAttached(document, isAttached, place);
  const unwatch = watchTheme(document, (theme) => {
    for (const { element } of [line, panel]) element.dataset['theme'] = theme;
  });
  // Once the page's styles are there, and whenever its lines end elsewhere.
  for (const event of ['load', 'resize']) {
    addEventListener(event, place, { signal: over.signal });
  }
  // MathJax may make the title higher, after which the mark stands.
  const reflow = new ResizeObserver(place);
  const title = document.querySelector(kind.title);
  if (title) reflow.observe(title);
  const takeDown = () => {
    over.abort();
    keeper.disconnect();
    reflow.disconnect();
    unwatch();
    for (const element of shown.keys()) element.remove();
  };
  return {
    takeDown,
    refresh: () => void learn(askMarks(kind, id)).then((known) => known && show()),
  };
}
