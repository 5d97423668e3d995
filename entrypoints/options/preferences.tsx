import { useEffect, useState } from 'preact/hooks';
import { KeyboardHelp } from '../../components/options/keyboard-help';
import { PageKinds } from '../../components/options/page-kinds';
import { ReadingSettings } from '../../components/options/reading-settings';
import { logError } from '../../lib/browser/log-error';
import { send } from '../../lib/browser/messages';
import type { Settings } from '../../lib/browser/setting-shapes';
import { onSettings } from '../../lib/browser/settings';
import { openShortcutSettings, type Shortcut, shortcuts } from '../../lib/browser/shortcuts';
import { tell } from '../../lib/browser/tell';

/** What the reader can set; whatever is open follows at once. */
export function Preferences() {
  const [settings, setSettings] = useState<Settings>();
  const [keys, setKeys] = useState<Shortcut[]>([]);
  useEffect(() => {
    send('settings').then(setSettings).catch(logError);
    shortcuts().then(setKeys).catch(logError);
    return onSettings(setSettings);
  }, []);
  if (!settings) return null;
  const change = (changes: Partial<Settings>) => {
    setSettings({ ...settings, ...changes });
    tell('changeSettings', changes);
  };
  return (
    <>
      <ReadingSettings choices={settings} onChange={change} />
      <PageKinds off={settings.pagesOff} onChange={(pagesOff) => change({ pagesOff })} />
      <KeyboardHelp shortcuts={keys} onChange={() => void openShortcutSettings()} />
    </>
  );
}
