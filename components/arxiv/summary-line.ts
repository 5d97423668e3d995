import style from '../../assets/list-mark.css?inline';
import { type PaperLine, totalLine } from '../../lib/arxiv/listing-pages';
import type { ArxivId } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';
import { listSummary, type ListSummaryProps } from './list-summary';
import { shareStyle } from './share-style';

/**
 * The line that tells how much of the list is in the reader's digests. It stands at the right end of arXiv's line that
 * tells how long the list is; where the page is too narrow for both, it follows the words there, as far as it fits.
 */
export function createSummary(
  document: Document,
  kind: 'list' | 'search',
  choices: Pick<ListSummaryProps, 'onSilence' | 'onSwitchOff'>,
) {
  const host = document.createElement('digest-lens');
  host.dataset['part'] = 'summary';
  host.dataset['state'] = 'in-digest';
  const root = host.attachShadow({ mode: 'open' });
  const dress = shareStyle(document, style);
  /** The paper that the reader was led to last: the next one is looked for behind it. */
  let last: Element | undefined;

  return {
    remove: () => host.remove(),
    show(lines: readonly PaperLine[], known: ReadonlyMap<ArxivId, Mark | undefined>, isRoomy: boolean): void {
      const listed = new Set(lines.map(({ id }) => id));
      const inDigest = [...listed].filter((id) => known.get(id)?.listings.length);
      const unread = inDigest.filter((id) => !known.get(id)?.read && !known.get(id)?.hidden);
      const line = totalLine(document, kind);
      if (!line || inDigest.length === 0) {
        host.remove();
        return;
      }
      const onNext = () => {
        const places = lines.filter(({ id }) => unread.includes(id)).map(({ place }) => place);
        const at = last ? places.indexOf(last) + 1 : 0;
        last = places[at] ?? places[0];
        last?.scrollIntoView({ block: 'center' });
      };
      const focused = root.activeElement?.id;
      const counts = { listed: listed.size, inDigest: inDigest.length, unread: unread.length };
      root.replaceChildren(...listSummary({ ...counts, ...choices, onNext }));
      dress(root);
      if (focused) root.getElementById(focused)?.focus();
      // A heading is higher than our line, which then stands in its middle.
      host.style.translate = line.localName === 'h1' ? '0 8px' : '';
      host.dataset['place'] = isRoomy ? 'line' : 'words';
      if (host === (isRoomy ? line.firstElementChild : line.lastElementChild)) return;
      if (isRoomy) line.prepend(host);
      else line.append(host);
    },
  };
}
