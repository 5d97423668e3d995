/** After so many returns we would only be fighting another script over the page. */
const MAX_RETURNS = 20;

/** Other extensions rewrite whole boxes of the page and drop what stood in them: `place` then puts ours back. */
export function keepAttached(
  document: Document,
  isAttached: () => boolean,
  place: () => void,
): MutationObserver {
  let left = MAX_RETURNS;
  const observer = new MutationObserver(() => {
    if (left === 0 || isAttached()) return;
    left -= 1;
    place();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return observer;
}
