/** How the extension's own pages look; on arXiv's the page says. */
export interface Appearance {
  /** `browser` follows what the browser or the system is set to. */
  theme: 'browser' | 'light' | 'dark';
  textSize: 'small' | 'normal' | 'large';
}

/** What the pages of the extension were like the last time one was open. */
export interface Remembered extends Appearance {
  /** A language that the extension speaks. Absent before the first time. */
  language?: string;
}

export const PLAIN: Appearance = { theme: 'browser', textSize: 'normal' };

const KEY = 'appearance';

/** The settings are there only after the first paint. The copy in the pages' own storage is there before it. */
export function remembered(): Remembered {
  try {
    return { ...PLAIN, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return PLAIN;
  }
}

export function remember({ theme, textSize, language }: Remembered): void {
  localStorage.setItem(KEY, JSON.stringify({ theme, textSize, language }));
}

/** `tokens.css` says what these mean. */
export function dress({ dataset }: HTMLElement, { theme, textSize }: Appearance): void {
  if (theme === 'browser') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (textSize === 'normal') delete dataset['textSize'];
  else dataset['textSize'] = textSize;
}
