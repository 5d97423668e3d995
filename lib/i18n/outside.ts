import en from '../../assets/messages/outside.en.json';
import zh from '../../assets/messages/outside.zh-Hans.json';
import { type Catalogue, type Language, speak } from './translate';

/**
 * What is said outside the extension's own pages: on arXiv's, in menus and in the address bar. The worker has no more
 * than these: both languages of everything would be a sixth of it, which is read at each of its starts.
 */
export const OUTSIDE: Readonly<Record<Language, Catalogue>> = { en, 'zh-Hans': zh };

export function speakOutside(language: Language): void {
  speak(language, OUTSIDE[language]);
}

/** What a content script says: it carries no catalogue, and is given these messages with its first answer. */
export function pageMessages(language: Language): Catalogue {
  return Object.fromEntries(Object.entries(OUTSIDE[language]).filter(([key]) => key.startsWith('page_')));
}
