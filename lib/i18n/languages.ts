import type { Language } from './translate';

/** What the reader has chosen: `browser` follows the browser's own language. */
export type LanguageChoice = 'browser' | Language;

/**
 * The language to speak. `browserLanguage` is a BCP 47 tag: any kind of Chinese gets simplified Chinese, any other
 * language gets English.
 */
export function languageFor(choice: LanguageChoice, browserLanguage: string): Language {
  if (choice !== 'browser') return choice;
  return /^zh\b/i.test(browserLanguage) ? 'zh-Hans' : 'en';
}
