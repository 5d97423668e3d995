import { t } from '../../lib/i18n/translate';
import type { PageKind } from '../../lib/paper';

const NAMES = {
  abs: 'arxiv_abs',
  html: 'arxiv_html',
  list: 'arxiv_list',
  search: 'arxiv_search',
} as const satisfies Record<PageKind, string>;

interface PageKindsProps {
  off: readonly PageKind[];
  onChange: (off: PageKind[]) => void;
}

/** On which kinds of arXiv's pages papers are marked. */
export function PageKinds({ off, onChange }: PageKindsProps) {
  const kinds = Object.keys(NAMES) as PageKind[];
  return (
    <section aria-labelledby="arxiv-pages">
      <h2 id="arxiv-pages">{t('options_arxivPages')}</h2>
      <p class="lead">{t('arxiv_lead')}</p>
      {kinds.map((kind) => (
        <p key={kind} class="choice">
          <label>
            <input
              type="checkbox"
              name={kind}
              checked={!off.includes(kind)}
              onChange={({ currentTarget: { checked } }) => {
                const others = off.filter((each) => each !== kind);
                onChange(checked ? others : [...others, kind]);
              }}
            />{' '}
            {t(NAMES[kind])}
          </label>
        </p>
      ))}
    </section>
  );
}
