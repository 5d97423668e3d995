import { digestMark } from '../../components/arxiv/digest-mark';
import { keepAttached } from '../../components/arxiv/keep-attached';
import { watchTheme } from '../../components/arxiv/page-theme';
import { paperPanel } from '../../components/arxiv/paper-panel';
import { layoutOf, placeAll, placeMark, placePanel, type Placing } from '../../components/arxiv/placing';
import { createHost, type Host } from '../../components/arxiv/shadow-host';
import type { AbsPage } from '../../lib/arxiv/abs-page';
import type { PageLayout } from '../../lib/arxiv/paper-pages';
import { logError } from '../../lib/browser/log-error';
import { type PageAnswer, type RelatedAnswer, send } from '../../lib/browser/messages';
import { tell } from '../../lib/browser/tell';
import { speak } from '../../lib/i18n/translate';
import type { AnnouncementDate, ArxivId, PageKind, ReadingChange } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';

/** A page with what is known of its paper, and how that is shown: all that the functions below share and change. */
interface MarkedPage {
  readonly layout: PageLayout;
  readonly paper: AbsPage;
  /** Aborted when nothing of ours is wanted on the page any more. */
  readonly over: AbortController;
  /** The mark beside the paper's dates, and the panel with all that there is to say. */
  readonly line: Host;
  readonly panel: Host;
  /** Those of the two that have something to say, and how each is put in its place. */
  readonly shown: Map<HTMLElement, Placing>;
  /** What of the page each of ours leans on, and how the page was laid out when it was put there. */
  supports: ReadonlyMap<HTMLElement, Element | undefined>;
  placedIn: string;
  mark: Mark;
  /** Undefined until they are known. */
  related: RelatedAnswer[] | undefined;
  pagesOff: readonly PageKind[];
  isFolded: boolean;
  /** In the corner the panel covers what is read there, so that it waits to be opened. */
  isInCorner: boolean;
  isOpened: boolean;
}

const UNKNOWN: Mark = { listings: [] };

/** Asks what the page may say of these papers. */
export const askMarks = ({ kind }: PageLayout, ids: ArxivId[]): Promise<PageAnswer> =>
  send('marks', { kind, address: document.URL, ids });

/** Says on the page what is known of its paper. */
export function markPage(layout: PageLayout, paper: AbsPage, asked: Promise<PageAnswer>) {
  const page: MarkedPage = {
    layout,
    paper,
    over: new AbortController(),
    line: createHost(document),
    panel: createHost(document, 'related'),
    shown: new Map(),
    supports: new Map(),
    placedIn: '',
    mark: UNKNOWN,
    related: undefined,
    pagesOff: [],
    isFolded: false,
    isInCorner: false,
    isOpened: false,
  };
  begin(page, asked).catch(logError);
  keepPlaced(page);
  return {
    takeDown: () => takeDown(page),
    /** After these papers have changed. */
    refresh(changed: readonly ArxivId[]): void {
      if (idsOn(page).some((id) => changed.includes(id))) refresh(page).catch(logError);
    },
  };
}

async function begin(page: MarkedPage, asked: Promise<PageAnswer>): Promise<void> {
  if (!(await learn(page, asked))) return;
  // Not before there is something to show: it has the browser work out the page's style.
  const unwatch = watchTheme(document, (theme) => {
    for (const { element } of [page.line, page.panel]) element.dataset['theme'] = theme;
  });
  page.over.signal.addEventListener('abort', unwatch);
  showMark(page);
  page.related = await send('related', page.paper).catch((error) => {
    logError(error);
    return [];
  });
  if (!page.over.signal.aborted) showPanel(page);
}

async function refresh(page: MarkedPage): Promise<void> {
  if (!(await learn(page, askMarks(page.layout, idsOn(page))))) return;
  showMark(page);
  showPanel(page);
}

const idsOn = ({ paper, related = [] }: MarkedPage): ArxivId[] => [paper.id, ...related.map(({ id }) => id)];

/** Takes over what the worker knows; false where the page is to be left alone. */
async function learn(page: MarkedPage, asked: Promise<PageAnswer>): Promise<boolean> {
  const { isQuiet, marks, settings, language, messages } = await asked;
  if (page.over.signal.aborted || isQuiet) return false;
  speak(language, messages);
  page.mark = marks[page.paper.id] ?? UNKNOWN;
  page.related = page.related?.map((each) => ({ ...each, state: marks[each.id] ?? {} }));
  page.isFolded = settings.relatedFolded;
  page.pagesOff = settings.pagesOff;
  return true;
}

const stateOf = ({ mark }: MarkedPage) => (mark.listings.length > 0 ? 'in-digest' : 'related');

/** What the reader can do at the mark as well as in the panel. */
const actsOn = ({ paper }: MarkedPage) => ({
  onDay: (day: AnnouncementDate) => tell('openDay', day),
  onChange: (change: ReadingChange, of = paper.id) => tell('changeReading', { ids: [of], change }),
});

function showMark(page: MarkedPage): void {
  const { line, panel, mark } = page;
  if (mark.listings.length === 0) return;
  const onOpen = () => {
    panel.element.scrollIntoView({ block: 'nearest' });
    panel.focus();
  };
  line.show(digestMark({ mark, onOpen, ...actsOn(page) }), stateOf(page));
  page.shown.set(line.element, placeMark);
  place(page);
}

function showPanel(page: MarkedPage): void {
  const { panel, mark, related, layout } = page;
  if (!related || (mark.listings.length === 0 && related.length === 0)) return;
  const view = paperPanel({
    mark,
    related,
    folded: page.isInCorner ? !page.isOpened : page.isFolded,
    onFold: (isFolded) => fold(page, isFolded),
    ...actsOn(page),
    onSilence() {
      takeDown(page);
      tell('silence', document.URL);
    },
    onSwitchOff: () => tell('changeSettings', { pagesOff: [...page.pagesOff, layout.kind] }),
  });
  panel.show(view, stateOf(page));
  page.shown.set(panel.element, placePanel);
  place(page);
}

function fold(page: MarkedPage, isFolded: boolean): void {
  page.isOpened = !isFolded;
  page.isFolded = isFolded;
  showPanel(page);
  if (!page.isInCorner) tell('changeSettings', { relatedFolded: isFolded });
}

const isAttached = ({ shown, supports }: MarkedPage): boolean =>
  [...shown.keys()].every((element) => element.isConnected && supports.get(element)?.isConnected !== false);

function place(page: MarkedPage): void {
  if (page.shown.size === 0) return;
  const laidOut = layoutOf(document, page.layout);
  if (laidOut === page.placedIn && isAttached(page)) return;
  page.placedIn = laidOut;
  page.supports = placeAll(document, page.layout, page.shown);
  if (page.isInCorner === (page.panel.element.dataset['place'] === 'corner')) return;
  page.isInCorner = !page.isInCorner;
  showPanel(page);
}

/** Puts ours in its place again whenever the page is laid out otherwise, or another script has taken it away. */
function keepPlaced(page: MarkedPage): void {
  const { signal } = page.over;
  const again = () => place(page);
  const keeper = keepAttached(document, () => isAttached(page), again);
  // Once the page's styles are there, and whenever its lines end elsewhere.
  for (const event of ['load', 'resize']) addEventListener(event, again, { signal });
  // MathJax may make the title higher, after which the mark stands.
  const reflow = new ResizeObserver(again);
  const title = document.querySelector(page.layout.title);
  if (title) reflow.observe(title);
  signal.addEventListener('abort', () => {
    keeper.disconnect();
    reflow.disconnect();
  });
}

function takeDown({ over, shown }: MarkedPage): void {
  over.abort();
  for (const element of shown.keys()) element.remove();
}
