import style from '../../assets/list-mark.css?inline';
import type { ArxivId } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';
import { listMark } from './list-mark';
import { shareStyle } from './share-style';

const NAME = 'digest-lens-mark';

export function createMarker(document: Document) {
  const dress = shareStyle(document, style);
  /** Most marks of one day are alike: each kind is built once, and copied. */
  const views = new Map<string, HTMLElement | undefined>();

  const viewOf = (mark: Mark, inGutter: boolean): Node | undefined => {
    const key = JSON.stringify([mark, inGutter]);
    if (!views.has(key)) views.set(key, listMark(mark, inGutter));
    return views.get(key)?.cloneNode(true);
  };
  const markOf = (place: Element): HTMLElement | undefined =>
    [place.firstElementChild, place.lastElementChild].find(
      (child): child is HTMLElement => child?.localName === NAME,
    );

  return {
    /** A script that copies a line of the list copies our mark without what is in it. */
    isOn: (place: Element): boolean => Boolean(markOf(place)?.shadowRoot),
    /**
     * Puts the mark into `place`, instead of one that is there; takes that away where there is nothing to say. In the
     * gutter the mark comes first, so that it lies along the first line of the entry; elsewhere it follows that line.
     */
    put(place: Element, id: ArxivId, mark: Mark | undefined, inGutter: boolean): void {
      const view = mark && viewOf(mark, inGutter);
      const before = markOf(place);
      if (!view) {
        before?.remove();
        return;
      }
      const host = before ?? document.createElement(NAME);
      host.dataset['arxivId'] = id;
      if (inGutter) host.dataset['place'] = 'gutter';
      else delete host.dataset['place'];
      const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
      root.replaceChildren(view);
      dress(root);
      const isThere = host === (inGutter ? place.firstElementChild : place.lastElementChild);
      if (isThere) return;
      if (inGutter) place.prepend(host);
      else place.append(host);
    },
    removeAll(page: ParentNode): void {
      for (const host of page.querySelectorAll(NAME)) host.remove();
    },
  };
}
