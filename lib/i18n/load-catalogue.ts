import type { Catalogue, Language } from './translate';

const LOAD: Readonly<Record<Language, () => Promise<{ default: Catalogue }>>> = {
  en: () => import('../../assets/public/_locales/en/messages.json'),
  'zh-Hans': () => import('../../assets/public/_locales/zh_CN/messages.json'),
};

export const LANGUAGES = Object.keys(LOAD) as Language[];

/** The catalogue of one language, in a script of its own. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return (await LOAD[language]()).default;
}
