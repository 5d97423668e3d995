import { t } from '../../lib/i18n/translate';

interface KeyboardHelpProps {
  /** The keys of each of the extension's commands: `['open-library', 'Alt+Shift+L']`; empty where it has none. */
  shortcuts: readonly (readonly [command: string, keys: string])[];
  onChange: () => void;
}

const COMMANDS: Readonly<Record<string, 'command_popup' | 'command_library'>> = {
  _execute_action: 'command_popup',
  'open-library': 'command_library',
};

/** The ways into the extension from anywhere in the browser. */
export function KeyboardHelp({ shortcuts, onChange }: KeyboardHelpProps) {
  return (
    <section aria-labelledby="keyboard">
      <h2 id="keyboard">{t('options_keyboard')}</h2>
      <p class="lead">{t('keyboard_lead')}</p>
      <dl class="shortcuts">
        {shortcuts.map(([command, keys]) => {
          const name = COMMANDS[command];
          return (
            name && (
              <div key={command}>
                <dt>{keys === '' ? t('keyboard_none') : <kbd>{keys}</kbd>}</dt>
                <dd>{t(name)}</dd>
              </div>
            )
          );
        })}
        <div>
          <dt>
            <kbd>dl</kbd> <kbd>{t('keyboard_space')}</kbd>
          </dt>
          <dd>{t('keyboard_omnibox')}</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('keyboard_help')}</dd>
        </div>
      </dl>
      <p class="actions">
        <button type="button" class="button" onClick={onChange}>
          {t('keyboard_change')}
        </button>
      </p>
    </section>
  );
}
