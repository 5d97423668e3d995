import type { ReportEntry } from '../lib/store/papers';
import { PaperCard } from './paper-card';

export interface PaperListProps {
  entries: readonly ReportEntry[];
  expanded: ReadonlySet<string>;
}

export function PaperList({ entries, expanded }: PaperListProps) {
  return (
    <>
      {entries.map((entry) => (
        <PaperCard key={entry.paper.id} entry={entry} expanded={expanded.has(entry.paper.id)} />
      ))}
    </>
  );
}
