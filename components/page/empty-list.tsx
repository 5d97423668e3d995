import type { ComponentChildren } from 'preact';

interface EmptyListProps {
  fact: string;
  next?: string | undefined;
  children?: ComponentChildren;
}

/** Where a list has nothing to show: one sentence of fact, one of what next, and one main action. */
export function EmptyList({ fact, next, children }: EmptyListProps) {
  return (
    <div class="empty" role="status">
      <h2>{fact}</h2>
      {next !== undefined && <p>{next}</p>}
      <div class="actions">{children}</div>
    </div>
  );
}
