import { t } from '../../lib/i18n/translate';
import { InnerLink } from './inner-link';

interface NothingFoundProps {
  query: string;
  /** The query without its filters: its words alone. */
  withoutFilters: string;
  hrefOf: (query: string) => string;
  onFollow: (href: string) => void;
}

/** What a search says that found nothing, and what to do next. */
export function NothingFound({ query, withoutFilters, hrefOf, onFollow }: NothingFoundProps) {
  const isNarrowed = withoutFilters.trim() !== '' && withoutFilters.trim() !== query;
  const link = (text: string, name: string, look: string) => (
    <InnerLink class={look} href={hrefOf(text)} onFollow={onFollow}>
      {name}
    </InnerLink>
  );
  return (
    <div class="empty">
      <h2>{t('library_nothingTitle', query)}</h2>
      <p>{t(isNarrowed ? 'library_nothingHere' : 'library_nothingWords')}</p>
      <div class="actions">
        {isNarrowed && link(withoutFilters, t('library_withoutFilters'), 'button')}
        {link('', t('library_clear'), isNarrowed ? 'plain' : 'button')}
      </div>
    </div>
  );
}
