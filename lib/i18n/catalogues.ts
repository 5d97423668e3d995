import en from '../../assets/public/_locales/en/messages.json';
import zh from '../../assets/public/_locales/zh_CN/messages.json';
import { type Catalogue, type Language, speak } from './translate';

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, 'zh-Hans': zh };

export const LANGUAGES = Object.keys(CATALOGUES) as Language[];

export function speakLanguage(language: Language): void {
  speak(language, CATALOGUES[language]);
}

/** What a content script says: it carries no catalogue, and is given these messages with its first answer. */
export function pageMessages(language: Language): Catalogue {
  return Object.fromEntries(Object.entries(CATALOGUES[language]).filter(([key]) => key.startsWith('page_')));
}
