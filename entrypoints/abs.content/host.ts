import { type ComponentChild, render } from 'preact';
import style from '../../assets/page.css?inline';

export interface Host {
  show(view: ComponentChild, state: 'in-digest' | 'related'): void;
  /** Puts the host right after `place`. Doing so again moves it, or brings it back. */
  putAfter(place: Element): void;
  isAttached(): boolean;
  remove(): void;
}

/** An element of ours on arXiv's page. Page and extension cannot restyle each other: all is in its shadow root. */
export function createHost(document: Document, part?: 'related'): Host {
  const element = document.createElement('digest-lens');
  if (part) element.dataset['part'] = part;
  const root = element.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const view = document.createElement('div');
  root.append(sheet, view);
  return {
    show(node, state) {
      element.dataset['state'] = state;
      render(node, view);
    },
    putAfter(place) {
      element.dataset['place'] = place.closest('.extra-services') ? 'beside' : 'after';
      if (place.nextElementSibling !== element) place.after(element);
    },
    isAttached: () => element.isConnected,
    remove() {
      render(null, view);
      element.remove();
    },
  };
}
