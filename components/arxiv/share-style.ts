/**
 * One style sheet for many shadow roots. In Firefox a content script cannot share a sheet between roots: there each
 * root gets a `style` element with the same text, which the browser parses only once.
 */
export function shareStyle(document: Document, style: string): (root: ShadowRoot) => void {
  const element = document.createElement('style');
  element.textContent = style;
  const copyInto = (root: ShadowRoot) => root.prepend(element.cloneNode(true));
  if (import.meta.env.FIREFOX) return copyInto;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return (root) => {
    root.adoptedStyleSheets = [sheet];
  };
}
