import { defineContentScript } from '#imports';
import { DigestMark } from '../../components/digest-mark';
import { RelatedPapers } from '../../components/related-papers';
import { idInAddress, readAbsPage, relatedPlace, titleOf } from '../../lib/arxiv/abs-page';
import { type PageAnswer, send } from '../../lib/messages';
import type { ArxivId } from '../../lib/paper';
import { createHost, type Host } from './host';
import { keepAttached } from './keep-attached';

/** The width at which arXiv's right column goes below the paper. */
const NARROW = '(max-width: 768px)';

export default defineContentScript({
  matches: ['*://arxiv.org/abs*', '*://www.arxiv.org/abs*', '*://export.arxiv.org/abs*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    // The worker starts and looks the paper up while the page is still on its way.
    const id = idInAddress(document.URL);
    const early = id === undefined ? undefined : { id, answer: askMarks(id) };
    let takeDown: (() => void) | undefined;
    const start = (asked?: EarlyQuestion) => {
      takeDown?.();
      takeDown = markPage(document, asked);
    };
    if (document.readyState === 'loading') {
      context.addEventListener(document, 'DOMContentLoaded', () => start(early), { once: true });
    } else {
      start(early);
    }
    // A page that comes back from the browser's cache may show a paper that has been imported meanwhile.
    context.addEventListener(window, 'pageshow', (event) => {
      if (event.persisted) start();
    });
    context.onInvalidated(() => takeDown?.());
  },
});

const askMarks = (id: ArxivId) => send('marks', { kind: 'abs', address: document.URL, ids: [id] });

interface EarlyQuestion {
  id: ArxivId;
  answer: Promise<PageAnswer>;
}

/** Marks the page, if it shows a paper; the answer takes everything down again. */
function markPage(document: Document, early?: EarlyQuestion): (() => void) | undefined {
  const page = readAbsPage(document);
  if (!page) return undefined;
  const over = new AbortController();
  const narrow = matchMedia(NARROW);
  const hosts = new Map<Host, () => Element | null>();

  const place = () => {
    for (const [host, find] of hosts) {
      const element = find();
      if (element) host.putAfter(element);
    }
  };
  narrow.addEventListener('change', place, { signal: over.signal });
  const keeper = keepAttached(document, hosts, place);

  const asked = {
    mark: early?.id === page.id ? early.answer : askMarks(page.id),
    related: send('related', page),
    settings: send('settings'),
  };
  const isOver = () => over.signal.aborted;

  const listed = asked.mark.then(({ marks }) => marks[page.id]?.listings ?? []);
  void listed.then((listings) => {
    if (isOver() || listings.length === 0) return;
    const host = createHost(document);
    host.show(<DigestMark listings={listings} />, 'in-digest');
    hosts.set(host, () => titleOf(document));
    place();
  });

  void Promise.all([listed, asked.related, asked.settings]).then(([listings, papers, settings]) => {
    if (isOver() || papers.length === 0) return;
    const host = createHost(document, 'related');
    const show = (folded: boolean) =>
      host.show(
        <RelatedPapers papers={papers} folded={folded} onFold={fold} />,
        listings.length > 0 ? 'in-digest' : 'related',
      );
    const fold = (folded: boolean) => {
      show(folded);
      void send('changeSettings', { relatedFolded: folded });
    };
    show(settings.relatedFolded);
    hosts.set(host, () => relatedPlace(document, narrow.matches));
    place();
  });

  return () => {
    over.abort();
    keeper.disconnect();
    for (const host of hosts.keys()) host.remove();
  };
}
