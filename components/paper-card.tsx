import type { ReportEntry } from '../lib/store/papers';
import { AuthorLine } from './author-line';
import { EntryDetails } from './entry-details';
import { TexText } from './tex-text';

export interface PaperCardProps {
  entry: ReportEntry;
  expanded: boolean;
  /** The terms that a search found. */
  terms?: ReadonlySet<string>;
}

/** One paper in a list: title, authors on one line, and what its digests say in short. */
export function PaperCard({ entry, expanded, terms }: PaperCardProps) {
  const { paper, subjects, score } = entry;
  return (
    <article class="paper" data-arxiv-id={paper.id}>
      <a class="title" href={`https://arxiv.org/abs/${paper.id}`} target="_blank" rel="noreferrer">
        <TexText text={paper.title || `arXiv:${paper.id}`} terms={terms} inLink />
      </a>
      <p class="line">
        <AuthorLine authors={paper.authors} />
        <span class="subjects">
          {[...subjects, ...(score === undefined ? [] : [String(score)])].join(' · ')}
        </span>
      </p>
      {expanded && <EntryDetails entry={entry} terms={terms} />}
    </article>
  );
}
