export interface NoDigestsProps {
  onChoose: () => void;
  onSample: () => void;
}

export function NoDigests({ onChoose, onSample }: NoDigestsProps) {
  return (
    <main>
      <div class="empty">
        <h1>No digests yet</h1>
        <p>
          Import the arXiv reports you get: one file, a folder, or an archive of years. arXiv pages then say
          which papers were in them.
        </p>
        <div class="actions">
          <button type="button" class="button main" onClick={onChoose}>
            Choose digest files
          </button>
          <button type="button" class="link" onClick={onSample}>
            Try a sample of 9 papers
          </button>
        </div>
        <p class="hint">Files are read on this machine. Nothing is sent anywhere.</p>
      </div>
    </main>
  );
}
