import { defineContentScript } from '#imports';
import { whenParsed } from '../../components/arxiv/when-parsed';
import { ARXIV_HOSTS } from '../../lib/arxiv/address';
import { onChanges } from '../../lib/browser/changes';
import { markList } from './mark-list';

export default defineContentScript({
  matches: ARXIV_HOSTS.flatMap((host) =>
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
