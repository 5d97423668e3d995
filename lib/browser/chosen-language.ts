import { speakLanguage } from '../i18n/catalogues';
import { languageOf, readSettings } from './settings';

/** From here on the worker's messages are in the language that the reader has chosen. */
export async function speakReadersLanguage(): Promise<void> {
  speakLanguage(languageOf(await readSettings()));
}
