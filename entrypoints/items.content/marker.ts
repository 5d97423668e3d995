import style from '../../assets/item-mark.css?inline';
import { itemMark } from '../../components/item-mark';
import type { ArxivId } from '../../lib/paper';
import type { Mark } from '../../lib/store/marks';

const NAME = 'digest-lens-mark';

export function createMarker() {
  const sheet = document.createElement('style');
  sheet.textContent = style;

  const markOf = (place: Element): HTMLElement | undefined =>
    [...place.children].find((child): child is HTMLElement => child.localName === NAME);

  return {
    isMark: (node: Node): boolean => node.nodeName.toLowerCase() === NAME,
    isOn: (place: Element): boolean => markOf(place) !== undefined,
    /** Puts the mark at the end of `place`, in place of one that is there; takes that away if there is nothing to say. */
    put(place: Element, id: ArxivId, mark: Mark | undefined): void {
      const view = mark && itemMark(mark);
      const before = markOf(place);
      if (!view) {
        before?.remove();
        return;
      }
      const host = before ?? document.createElement(NAME);
      host.dataset['arxivId'] = id;
      const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
      root.replaceChildren(sheet.cloneNode(true), view);
      if (!before) place.append(host);
    },
    removeAll(page: ParentNode): void {
      for (const host of page.querySelectorAll(NAME)) host.remove();
    },
  };
}
