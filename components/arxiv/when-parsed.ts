/** Runs when all of the page's elements are there, but before its deferred scripts, which change them. */
export function whenParsed(document: Document, run: () => void): void {
  if (document.readyState !== 'loading') run();
  else document.addEventListener('readystatechange', run, { once: true });
}
