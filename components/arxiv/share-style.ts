/**
 * One style sheet for many shadow roots. Firefox lets no content script give a root the sheet that others have: there
 * each gets an element with the same text, which is parsed once.
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
