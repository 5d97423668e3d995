import { printDay } from '../lib/print-day';
import type { RelatedItem } from '../lib/messages';
import { plainTex } from '../lib/text/plain-tex';
import { subjectOf } from './digest-mark';
import { LensIcon } from './lens-icon';

/** As many as stand in the column beside an abstract without pushing arXiv's own boxes out of sight. */
const SHOWN_AT_FIRST = 5;

export interface RelatedPapersProps {
  papers: readonly RelatedItem[];
  folded: boolean;
  onFold: (folded: boolean) => void;
}

/** Folding is the caller's, who remembers it; what is beyond the first few unfolds by itself. */
export function RelatedPapers({ papers, folded, onFold }: RelatedPapersProps) {
  const rest = papers.slice(SHOWN_AT_FIRST);
  return (
    <section class="related">
      <h2>
        <button type="button" aria-expanded={!folded} onClick={() => onFold(!folded)}>
          <LensIcon />
          Related in your digests <span class="count">{papers.length}</span>
          <svg class="chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="m4 10 4-4 4 4" fill="none" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
      </h2>
      {!folded && (
        <>
          <List name="Related papers" papers={papers.slice(0, SHOWN_AT_FIRST)} />
          {rest.length > 0 && (
            <details>
              <summary>{rest.length} more</summary>
              <List name="More related papers" papers={rest} />
            </details>
          )}
          <p class="ours">Digest Lens</p>
        </>
      )}
    </section>
  );
}

function List({ name, papers }: { name: string; papers: readonly RelatedItem[] }) {
  return (
    <ul aria-label={name}>
      {papers.map((paper) => (
        <RelatedPaper key={paper.id} paper={paper} />
      ))}
    </ul>
  );
}

function RelatedPaper({ paper }: { paper: RelatedItem }) {
  const { listing } = paper;
  const subject = subjectOf(listing);
  return (
    <li>
      <a href={`https://arxiv.org/abs/${paper.id}`}>{plainTex(paper.title) || `arXiv:${paper.id}`}</a>
      <p class="listed">
        <time dateTime={listing.date}>{printDay(listing.date)}</time>
        {subject && ` · ${subject}`}
      </p>
      <p class="reason">{reasonOf(paper)}</p>
    </li>
  );
}

function reasonOf({ terms, authors }: RelatedItem): string {
  const parts = [];
  if (terms.length > 0) parts.push(`shares ${terms.join(', ')}`);
  if (authors.length === 1) parts.push(`also by ${authors[0]}`);
  if (authors.length > 1) parts.push(`${authors.length} authors in common`);
  return parts.join(' · ');
}
