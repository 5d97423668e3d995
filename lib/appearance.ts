/** How the extension's own pages look; on arXiv's the page says. */
export interface Appearance {
  /** `browser` follows what the browser or the system is set to. */
  theme: 'browser' | 'light' | 'dark';
  textSize: 'small' | 'normal' | 'large';
}

export const PLAIN: Appearance = { theme: 'browser', textSize: 'normal' };

const KEY = 'appearance';

/** The settings are there only after the first paint. The copy in the pages' own storage is there before it. */
export function rememberedAppearance(): Appearance {
  try {
    return { ...PLAIN, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return PLAIN;
  }
}

export function rememberAppearance({ theme, textSize }: Appearance): void {
  localStorage.setItem(KEY, JSON.stringify({ theme, textSize }));
}

/** `tokens.css` says what these mean. */
export function dress({ dataset }: HTMLElement, { theme, textSize }: Appearance): void {
  if (theme === 'browser') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (textSize === 'normal') delete dataset['textSize'];
  else dataset['textSize'] = textSize;
}
