import { useEffect, useState } from 'preact/hooks';
import { KeyboardHelp } from '../../components/options/keyboard-help';
import { PageKinds } from '../../components/options/page-kinds';
import { ReadingSettings } from '../../components/options/reading-settings';
import { send } from '../../lib/browser/messages';
import { onSettings, type Settings } from '../../lib/browser/settings';
import { openShortcutSettings, type Shortcut, shortcuts } from '../../lib/browser/shortcuts';

/** What the reader can set; whatever is open follows at once. */
export function Preferences() {
  const [settings, setSettings] = useState<Settings>();
  const [keys, setKeys] = useState<Shortcut[]>([]);
  useEffect(() => {
    void send('settings').then(setSettings);
    void shortcuts().then(setKeys);
    onSettings(setSettings);
  }, []);
  if (!settings) return null;
  const change = (changes: Partial<Settings>) => {
    setSettings({ ...settings, ...changes });
    void send('changeSettings', changes);
  };
  return (
    <>
      <ReadingSettings choices={settings} onChange={change} />
      <PageKinds off={settings.pagesOff} onChange={(pagesOff) => change({ pagesOff })} />
      <KeyboardHelp shortcuts={keys} onChange={() => void openShortcutSettings()} />
    </>
  );
}
