import { defineContentScript } from '#imports';
import { digestMark } from '../../components/arxiv/digest-mark';
import { keepAttached } from '../../components/arxiv/keep-attached';
import { watchTheme } from '../../components/arxiv/page-theme';
import { paperPanel } from '../../components/arxiv/paper-panel';
import { layoutOf, placeAll, placeMark, placePanel, type Placing } from '../../components/arxiv/placing';
import { createHost } from '../../components/arxiv/shadow-host';
import { whenParsed } from '../../components/arxiv/when-parsed';
import type { AbsPage } from '../../lib/arxiv/abs-page';
import { paperInAddress } from '../../lib/arxiv/address';
import { type PageLayout, pageLayoutAt } from '../../lib/arxiv/paper-pages';
import { onChanges } from '../../lib/browser/changes';
import { type PageAnswer, type RelatedAnswer, send } from '../../lib/browser/messages';
import { speak } from '../../lib/i18n/translate';
import type { AnnouncementDate, ArxivId, PageKind, ReadingChange } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';

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
    const kind = pageLayoutAt(document.URL);
    // The worker starts and looks the paper up while the page is still on its way.
    const id = paperInAddress(document.URL);
    const early = id === undefined ? undefined : { id, answer: askMarks(kind, [id]) };

    const start = () => {
      // Read once: by the time one comes back, MathJax has rewritten the formulas.
      const paper = kind.read(document);
      if (!paper) return;
      const asked = early?.id === paper.id ? early.answer : askMarks(kind, [paper.id]);
      let page = markPage(kind, paper, asked);
      const again = () => {
        page.takeDown();
        page = markPage(kind, paper, askMarks(kind, [paper.id]));
      };
      onChanges({ reading: (ids) => page.refresh(ids), settings: again });
      // A page that comes back from the browser's cache may show a paper that has been imported meanwhile.
      context.addEventListener(window, 'pageshow', (event) => event.persisted && again());
      context.onInvalidated(() => page.takeDown());
    };
    whenParsed(document, start);
  },
});

const askMarks = ({ kind }: PageLayout, ids: ArxivId[]) =>
  send('marks', { kind, address: document.URL, ids });

/** Says on the page what is known of its paper. */
function markPage(kind: PageLayout, paper: AbsPage, asked: Promise<PageAnswer>) {
  const { id } = paper;
  const line = createHost(document);
  const panel = createHost(document, 'related');
  const hosts = [line, panel];
  const shown = new Map<HTMLElement, Placing>();
  /** What of the page each of ours leans on, and how it was laid out then. */
  let supports: ReadonlyMap<HTMLElement, Element | undefined> = new Map();
  let placedIn = '';
  let mark = UNKNOWN;
  let related: RelatedAnswer[] | undefined;
  let pagesOff: readonly PageKind[] = [];
  let folded = false;
  /** In the corner it covers what is read there, so that it waits to be opened. */
  let isInCorner = false;
  let isOpened = false;

  const isAttached = () =>
    [...shown.keys()].every((element) => element.isConnected && supports.get(element)?.isConnected !== false);
  const place = () => {
    if (shown.size === 0) return;
    const layout = layoutOf(document, kind);
    if (layout === placedIn && isAttached()) return;
    placedIn = layout;
    supports = placeAll(document, kind, shown);
    if (isInCorner === (panel.element.dataset['place'] === 'corner')) return;
    isInCorner = !isInCorner;
    showPanel();
  };
  const state = () => (mark.listings.length > 0 ? 'in-digest' : 'related');
  const showMark = () => {
    if (mark.listings.length === 0) return;
    line.show(digestMark({ mark, onOpen, onDay, onChange }), state());
    shown.set(line.element, placeMark);
    place();
  };
  const showPanel = () => {
    if (!related || (mark.listings.length === 0 && related.length === 0)) return;
    const isFolded = isInCorner ? !isOpened : folded;
    const view = { mark, related, folded: isFolded, onFold, onDay, onChange, onSilence, onSwitchOff };
    panel.show(paperPanel(view), state());
    shown.set(panel.element, placePanel);
    place();
  };
  const onOpen = () => {
    panel.element.scrollIntoView({ block: 'nearest' });
    panel.element.shadowRoot?.querySelector('button')?.focus();
  };
  const onFold = (next: boolean) => {
    isOpened = !next;
    folded = next;
    showPanel();
    if (isInCorner) return;
    void send('changeSettings', { relatedFolded: folded });
  };
  const onChange = (change: ReadingChange, of?: ArxivId) =>
    void send('changeReading', { ids: [of ?? id], change });
  const onSilence = () => {
    takeDown();
    void send('silence', document.URL);
  };
  const onSwitchOff = () => void send('changeSettings', { pagesOff: [...pagesOff, kind.kind] });

  const over = new AbortController();
  const isOver = () => over.signal.aborted;
  const learn = async (answer: Promise<PageAnswer>) => {
    const { isQuiet, marks, settings, language, messages } = await answer;
    if (isOver() || isQuiet) return false;
    speak(language, messages);
    mark = marks[id] ?? UNKNOWN;
    related = related?.map((each) => ({ ...each, state: marks[each.id] ?? {} }));
    ({ relatedFolded: folded, pagesOff } = settings);
    return true;
  };
  let unwatch: (() => void) | undefined;
  void (async () => {
    if (!(await learn(asked))) return;
    // Not before there is something to show: it has the browser work out the page's style.
    unwatch = watchTheme(document, (theme) => {
      for (const { element } of hosts) element.dataset['theme'] = theme;
    });
    showMark();
    related = await send('related', paper).catch(() => []);
    if (!isOver()) showPanel();
  })();

  const keeper = keepAttached(document, isAttached, place);
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
    unwatch?.();
    for (const element of shown.keys()) element.remove();
  };
  const refresh = async () => {
    if (!(await learn(askMarks(kind, idsOf())))) return;
    showMark();
    showPanel();
  };
  const idsOf = () => [id, ...(related ?? []).map((each) => each.id)];
  return {
    takeDown,
    refresh: (changed: readonly ArxivId[]) => {
      if (idsOf().some((each) => changed.includes(each))) void refresh();
    },
  };
}
