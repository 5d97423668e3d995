import { t } from '../../lib/i18n/translate';

interface NoDigestsProps {
  onChoose: () => void;
  onSample: () => void;
}

/** What stands in place of digests before any is imported: what the extension is for, and two ways to begin. */
export function NoDigests({ onChoose, onSample }: NoDigestsProps) {
  return (
    <main>
      <div class="empty">
        <h1>{t('first_title')}</h1>
        <p>{t('first_what')}</p>
        <div class="actions">
          <button type="button" class="button main" onClick={onChoose}>
            {t('import_chooseFiles')}
          </button>
          <button type="button" class="link" onClick={onSample}>
            {t('first_sample')}
          </button>
        </div>
        <p class="hint">{t('first_private')}</p>
      </div>
    </main>
  );
}
