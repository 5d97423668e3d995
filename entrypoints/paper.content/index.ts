import { defineContentScript } from '#imports';
import { whenParsed } from '../../components/arxiv/when-parsed';
import { ARXIV_HOSTS, paperInAddress } from '../../lib/arxiv/address';
import { pageLayoutAt } from '../../lib/arxiv/paper-pages';
import { onChanges } from '../../lib/browser/changes';
import { askMarks, markPage } from './mark-page';

export default defineContentScript({
  matches: ARXIV_HOSTS.flatMap((host) => [`*://${host}/abs*`, `*://${host}/html/*`]),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    const layout = pageLayoutAt(document.URL);
    // The worker starts and looks the paper up while the page is still on its way.
    const id = paperInAddress(document.URL);
    const early = id === undefined ? undefined : { id, answer: askMarks(layout, [id]) };

    const start = () => {
      // Read once: by the time one comes back, MathJax has rewritten the formulas.
      const paper = layout.read(document);
      if (!paper) return;
      const asked = early?.id === paper.id ? early.answer : askMarks(layout, [paper.id]);
      let page = markPage(layout, paper, asked);
      const again = () => {
        page.takeDown();
        page = markPage(layout, paper, askMarks(layout, [paper.id]));
      };
      onChanges({ reading: (ids) => page.refresh(ids), settings: again });
      // A page that comes back from the browser's cache may show a paper that has been imported meanwhile.
      context.addEventListener(window, 'pageshow', (event) => event.persisted && again());
      context.onInvalidated(() => page.takeDown());
    };
    whenParsed(document, start);
  },
});
