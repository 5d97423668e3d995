import type { ReportEntry } from '../lib/store/papers';
import { plainTex } from '../lib/text/plain-tex';
import { AuthorLine } from './author-line';
import { EntryDetails } from './entry-details';
import { MarkedText } from './marked-text';

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
        <MarkedText text={plainTex(paper.title) || `arXiv:${paper.id}`} terms={terms} />
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
