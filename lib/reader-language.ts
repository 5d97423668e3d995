import { dress, rememberAppearance } from './appearance';
import { speakLanguage } from './i18n/languages';
import { languageOf, onSettings, readSettings } from './store/settings';

/** From here on messages are in the language that the reader has chosen. */
export async function speakReadersLanguage(): Promise<void> {
  const language = languageOf(await readSettings());
  speakLanguage(language);
  if (globalThis.document) document.documentElement.lang = language;
}

/**
 * Makes a page of the extension as the reader wants it, and keeps it so. It awaits this before it shows anything;
 * in another language it is drawn anew from its beginning.
 */
export async function preparePage(): Promise<void> {
  const settings = await readSettings();
  const { documentElement: root } = document;
  const wear = (appearance: typeof settings): void => {
    dress(root, appearance);
    rememberAppearance(appearance);
  };
  root.lang = languageOf(settings);
  speakLanguage(languageOf(settings));
  wear(settings);
  onSettings((now) => {
    if (languageOf(now) === root.lang) wear(now);
    else location.reload();
  });
}
