import { LANGUAGES, speakLanguage } from '../i18n/catalogues';
import { dress, remember, remembered } from './appearance';
import { languageOf, onSettings, readSettings, type Settings } from './settings';

/**
 * Makes a page of the extension as the reader wants it, and keeps it so. It awaits this before it shows anything;
 * in another language it is drawn anew from its beginning.
 */
export async function preparePage(): Promise<void> {
  const { documentElement: root } = document;
  const settings = readSettings();
  // What was right the last time is there at once; it is seldom another by now.
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
