import type { PageKind } from '../lib/paper';

const NAMES: Record<PageKind, string> = {
  abs: 'Abstract pages',
  html: 'HTML papers',
  list: 'Lists and author pages',
  search: 'Search results',
};

export interface PageKindsProps {
  off: readonly PageKind[];
  onChange: (off: PageKind[]) => void;
}

/** On which kinds of arXiv's pages papers are marked. */
export function PageKinds({ off, onChange }: PageKindsProps) {
  const kinds = Object.entries(NAMES) as [PageKind, string][];
  return (
    <section aria-labelledby="arxiv-pages">
      <h2 id="arxiv-pages">On arXiv</h2>
      <p class="lead">Papers of your digests are marked on these pages.</p>
      {kinds.map(([kind, name]) => (
        <p key={kind}>
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
            {name}
          </label>
        </p>
      ))}
    </section>
  );
}
