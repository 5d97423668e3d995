import type { ExportFormat } from '../lib/export/list';
import type { SearchAnswer } from '../lib/messages';
import { printDay } from '../lib/print-day';
import { subjectOf } from './digest-mark';
import { ExportMenu } from './export-menu';
import { PaperCard } from './paper-card';

export interface LibraryProps {
  text: string;
  /** To what was asked last; undefined where nothing was. */
  answer: SearchAnswer | undefined;
  onType: (text: string) => void;
  onExport: (format: ExportFormat) => void;
}

/** Every paper of every digest, by search. */
export function Library({ text, answer, onType, onExport }: LibraryProps) {
  const terms = new Set(answer?.terms);
  return (
    <main>
      <h1>Library</h1>
      <label class="search">
        <span class="hint">Search your digests</span>
        <input
          type="search"
          value={text}
          spellcheck={false}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
      </label>
      <p class="hint">
        Words, the beginning of a word, "a phrase", author:name, title:word, day:2025-04, subject:IR, or an
        arXiv id or address.
      </p>
      <div class="found">
        <p role="status">{answer && countOf(answer.found.length)}</p>
        {answer && answer.found.length > 0 && <ExportMenu onExport={onExport} />}
      </div>
      {answer?.found.map(({ paper, listing }) => (
        <PaperCard
          key={paper.id}
          entry={{ paper, subjects: [] }}
          aside={[printDay(listing.date), subjectOf(listing)].filter(Boolean).join(' · ')}
          unfolded="short"
          terms={terms}
        />
      ))}
    </main>
  );
}

/** No more than this many are looked up. */
const MOST_FOUND = 50;

function countOf(found: number): string {
  if (found === 0) return 'No paper of your digests has these words.';
  if (found >= MOST_FOUND) return `The best ${MOST_FOUND}`;
  return found === 1 ? '1 paper' : `${found} papers`;
}
