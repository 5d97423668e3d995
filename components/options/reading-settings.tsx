import type { Appearance } from '../../lib/browser/appearance';
import type { LanguageChoice } from '../../lib/i18n/languages';
import { t } from '../../lib/i18n/translate';

interface ReadingChoices extends Appearance {
  language: LanguageChoice;
  countsUnread: boolean;
}

interface ReadingSettingsProps {
  choices: ReadingChoices;
  onChange: (changes: Partial<ReadingChoices>) => void;
}

/** Language, theme and text size of the extension's own pages, and what the toolbar icon counts. */
export function ReadingSettings({ choices, onChange }: ReadingSettingsProps) {
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('options_reading')}</h2>
      <p class="lead">{t('reading_lead')}</p>
      <div class="choices">
        <Choice
          name="language"
          label={t('reading_language')}
          chosen={choices.language}
          // Each language is named in itself, for readers who do not know the one that is shown.
          options={{ browser: t('reading_browserLanguage'), en: 'English', 'zh-Hans': '简体中文' }}
          onChange={(language) => onChange({ language })}
        />
        <Choice
          name="theme"
          label={t('reading_theme')}
          chosen={choices.theme}
          options={{ browser: t('reading_browserTheme'), light: t('reading_light'), dark: t('reading_dark') }}
          onChange={(theme) => onChange({ theme })}
        />
        <Choice
          name="text-size"
          label={t('reading_textSize')}
          chosen={choices.textSize}
          options={{ small: t('reading_small'), normal: t('reading_normal'), large: t('reading_large') }}
          onChange={(textSize) => onChange({ textSize })}
        />
      </div>
      <p class="choice">
        <label>
          <input
            type="checkbox"
            name="counts-unread"
            checked={choices.countsUnread}
            onChange={({ currentTarget: { checked } }) => onChange({ countsUnread: checked })}
          />{' '}
          {t('reading_countsUnread')}
        </label>
      </p>
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  chosen: Value;
  options: Record<Value, string>;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ name, label, chosen, options, onChange }: ChoiceProps<Value>) {
  const values = Object.keys(options) as Value[];
  return (
    <fieldset>
      <legend>{label}</legend>
      {values.map((value) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChange(value)}
          />{' '}
          {options[value]}
        </label>
      ))}
    </fieldset>
  );
}
