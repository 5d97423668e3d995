import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';

interface BugReportProps {
  /** Undefined while it is gathered. */
  text: string | undefined;
  onCopy: (text: string) => Promise<void>;
}

/** What a bug report needs to know, to be read before it is pasted. */
export function BugReport({ text, onCopy }: BugReportProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <section aria-labelledby="state-report">
      <h3 id="state-report">{t('bugReport_title')}</h3>
      <p class="lead">{t('bugReport_lead')}</p>
      <pre class="state-report" lang="en">
        {text ?? t('state_counting')}
      </pre>
      <p class="actions">
        <button
          type="button"
          class="button"
          disabled={text === undefined}
          onClick={() => text !== undefined && void onCopy(text).then(() => setCopied(true))}
        >
          {t('state_copy')}
        </button>
        <span class="hint" role="status">
          {isCopied && t('state_copied')}
        </span>
      </p>
    </section>
  );
}
