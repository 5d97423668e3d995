import { LANGUAGES, speakLanguage } from '../i18n/catalogues';
import { dress, remember, remembered } from './appearance';
import type { Settings } from './setting-shapes';
import { languageOf, onSettings, readSettings } from './settings';

/**
 * Gives a page of the extension the look and language that the reader wants, and keeps them up to date. The page
 * awaits this before it shows anything; when the language changes, the page is loaded again.
 */
export async function preparePage(): Promise<void> {
  const { documentElement: root } = document;
  const settings = readSettings();
  // The remembered language is there at once, and the setting seldom differs from it.
  const known = LANGUAGES.find((each) => each === remembered().language);
  const language = known ?? languageOf(await settings);
  const follow = (now: Settings): void => {
    remember({ ...now, language: languageOf(now) });
    if (languageOf(now) === language) dress(root, now);
    else location.reload();
  };
  onSettings(follow);
  const following = settings.then(follow);
  if (known === undefined) await following;
  root.lang = language;
  speakLanguage(language);
}
