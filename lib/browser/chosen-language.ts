import { speakOutside } from '../i18n/outside';
import { languageOf, readSettings } from './settings';

/** Makes the worker's messages speak the language that the reader has chosen. */
export async function speakReadersLanguage(): Promise<void> {
  speakOutside(languageOf(await readSettings()));
}
