import style from '../../assets/page.css?inline';

export interface Host {
  element: HTMLElement;
  show(view: HTMLElement, state: 'in-digest' | 'related'): void;
  /** To the first button. */
  focus(): void;
}

/** An element of ours on arXiv's page. All that is ours stands in its shadow root, so that page and extension cannot restyle each other. */
export function createHost(document: Document, part?: 'related'): Host {
  const element = document.createElement('digest-lens');
  if (part) element.dataset['part'] = part;
  const root = element.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  root.append(sheet);
  return {
    element,
    focus: () => root.querySelector('button')?.focus(),
    show(view, state) {
      element.dataset['state'] = state;
      const focused = root.activeElement?.id;
      const isUnfolded = root.querySelector('details')?.open;
      if (sheet.nextSibling) sheet.nextSibling.replaceWith(view);
      else root.append(view);
      if (isUnfolded) root.querySelector('details')?.setAttribute('open', '');
      if (focused) root.getElementById(focused)?.focus();
    },
  };
}
