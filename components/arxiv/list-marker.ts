import style from '../../assets/list-mark.css?inline';
import type { ArxivId } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';
import { listMark } from './list-mark';
import { shareStyle } from './share-style';

const NAME = 'digest-lens-mark';

export function createMarker(document: Document) {
  const dress = shareStyle(document, style);
  /** Of one day most marks are alike: each kind is built once, and copied. */
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
    /** The copy of a mark, in an item that a script has copied, is empty. */
    isOn: (place: Element): boolean => Boolean(markOf(place)?.shadowRoot),
    /**
     * Puts the mark into `place`, in place of one that is there; takes that away if there is nothing to say. In the
     * gutter it comes first, so that it lies along the line that the item begins with; else it follows that line.
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
