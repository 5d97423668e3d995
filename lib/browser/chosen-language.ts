import { speakOutside } from '../i18n/outside';
import { languageOf, readSettings } from './settings';

/** From here on the worker's messages are in the language that the reader has chosen. */
export async function speakReadersLanguage(): Promise<void> {
  speakOutside(languageOf(await readSettings()));
}
