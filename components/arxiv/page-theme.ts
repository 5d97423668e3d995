/**
 * Tells whether the page is dark, now and whenever that changes. arXiv's HTML papers say so at their root; on other
 * pages the colour of the ground tells. The answer stops it.
 */
export function watchTheme(document: Document, tell: (theme: 'dark' | 'light') => void): () => void {
  const look = () => tell(isDark(document) ? 'dark' : 'light');
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', look);
  look();
  return () => {
    observer.disconnect();
    system.removeEventListener('change', look);
  };
}

function isDark({ documentElement, body }: Document): boolean {
  const { theme } = documentElement.dataset;
  if (theme === 'dark' || theme === 'light') return theme === 'dark';
  const [red = 255, green = 255, blue = 255, alpha = 1] =
    getComputedStyle(body)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return alpha > 0 && red + green + blue < 384;
}
