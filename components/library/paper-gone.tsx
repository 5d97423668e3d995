import { absAddress } from '../../lib/arxiv/address';
import { t } from '../../lib/i18n/translate';
import type { ArxivId } from '../../lib/paper';

/** What stands in the place of a paper that no digest lists, or none any more. */
export function PaperGone({ id }: { id: ArxivId }) {
  return (
    <div class="empty">
      <p>{t('library_gone', id)}</p>
      <a class="button" href={absAddress(id)} target="_blank" rel="noreferrer">
        {t('library_onArxiv')}
      </a>
    </div>
  );
}
