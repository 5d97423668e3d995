import { useState } from 'preact/hooks';

export interface StateReportProps {
  /** Undefined while it is gathered. */
  text: string | undefined;
  onCopy: (text: string) => Promise<void>;
}

/** What a bug report needs to know, to be read before it is pasted. */
export function StateReport({ text, onCopy }: StateReportProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <section aria-labelledby="state-report">
      <h2 id="state-report">Report of the state</h2>
      <p class="lead">
        For a bug report: counts and versions, no titles, no names of files, nothing of what you read.
      </p>
      <pre class="state-report">{text ?? 'Counting.'}</pre>
      <p class="actions">
        <button
          type="button"
          class="button"
          disabled={text === undefined}
          onClick={() => text !== undefined && void onCopy(text).then(() => setCopied(true))}
        >
          Copy
        </button>
        <span class="hint" role="status">
          {isCopied && 'Copied.'}
        </span>
      </p>
    </section>
  );
}
