/** How the extension's own pages look. On arXiv's pages the page decides. */
export interface Appearance {
  /** `browser` follows the setting of the browser or the system. */
  theme: 'browser' | 'light' | 'dark';
  textSize: 'small' | 'normal' | 'large';
}

/** How the extension's pages looked when one was last open. */
interface Remembered extends Appearance {
  /** One of the extension's languages; missing before a page was first opened. */
  language?: string;
}

/** The look before the reader has chosen one. */
export const PLAIN: Appearance = { theme: 'browser', textSize: 'normal' };

const KEY = 'appearance';

/**
 * The look of the last page, read from the pages' own storage: the settings arrive only after the first paint, this
 * copy before it.
 */
export function remembered(): Remembered {
  try {
    return { ...PLAIN, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return PLAIN;
  }
}

/** Keeps the look and the language for the first paint of the next page. */
export function remember({ theme, textSize, language }: Remembered): void {
  localStorage.setItem(KEY, JSON.stringify({ theme, textSize, language }));
}

/** Sets the attributes of the root element from which `tokens.css` takes its colours and sizes. */
export function dress({ dataset }: HTMLElement, { theme, textSize }: Appearance): void {
  if (theme === 'browser') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (textSize === 'normal') delete dataset['textSize'];
  else dataset['textSize'] = textSize;
}
