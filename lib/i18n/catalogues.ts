import en from '../../assets/public/_locales/en/messages.json';
import zh from '../../assets/public/_locales/zh_CN/messages.json';
import { OUTSIDE } from './outside';
import { type Catalogue, type Language, speak } from './translate';

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en: { ...en, ...OUTSIDE.en },
  'zh-Hans': { ...zh, ...OUTSIDE['zh-Hans'] },
};

export const LANGUAGES = Object.keys(CATALOGUES) as Language[];

export function speakLanguage(language: Language): void {
  speak(language, CATALOGUES[language]);
}
