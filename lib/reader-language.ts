import { speakLanguage } from './i18n/languages';
import { languageOf, readSettings } from './store/settings';

/** From here on messages are in the language that the reader has chosen. A page awaits it before it shows anything. */
export async function speakReadersLanguage(): Promise<void> {
  const language = languageOf(await readSettings());
  speakLanguage(language);
  if (globalThis.document) document.documentElement.lang = language;
}
