import en from '../../assets/messages/outside.en.json';
import zh from '../../assets/messages/outside.zh-Hans.json';
import { type Catalogue, type Language, speak } from './translate';

/**
 * The messages outside the extension's own pages: on arXiv's pages, in menus and in the address bar. The worker
 * carries only these, because both languages of all messages would be a sixth of its code, which is read at each of
 * its starts.
 */
export const OUTSIDE: Readonly<Record<Language, Catalogue>> = { en, 'zh-Hans': zh };

/** Makes the worker speak a language, with only the messages of `OUTSIDE`. */
export function speakOutside(language: Language): void {
  speak(language, OUTSIDE[language]);
}

/** The messages of a content script. The script carries no catalogue and gets these with its first answer. */
export function pageMessages(language: Language): Catalogue {
  return Object.fromEntries(Object.entries(OUTSIDE[language]).filter(([key]) => key.startsWith('page_')));
}
