import { t } from '../../lib/i18n/translate';

/** What there is to do, while nothing has been imported. */
export function FirstSteps({ onSample }: { onSample: () => void }) {
  return (
    <div class="first-steps">
      <h3>{t('first_title')}</h3>
      <ol>
        <li>{t('first_choose')}</li>
        <li>{t('first_look')}</li>
        <li>{t('first_read')}</li>
      </ol>
      <p>
        <button type="button" class="button" onClick={onSample}>
          {t('first_sample')}
        </button>
      </p>
    </div>
  );
}
