import type { Language } from './translate';

/** What the reader has chosen: `browser` follows the browser's own language. */
export type LanguageChoice = 'browser' | Language;

/** `browserLanguage` is a BCP 47 tag. All of Chinese gets the Chinese there is; any other language gets English. */
export function languageFor(choice: LanguageChoice, browserLanguage: string): Language {
  if (choice !== 'browser') return choice;
  return /^zh\b/i.test(browserLanguage) ? 'zh-Hans' : 'en';
}
