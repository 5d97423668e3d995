import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';
import { useLatest } from '../page/use-latest';

interface NoteEditorProps {
  note: string;
  onChange: (note: string) => void;
}

/** As long as a reader pauses between two words: a crash loses no more than what was typed since. */
const PAUSE_MS = 400;

/** A note on a paper. It is kept while it is typed, and when the reader goes elsewhere. */
export function NoteEditor({ note, onChange }: NoteEditorProps) {
  const [draft, setDraft] = useState<string>();
  const pending = useRef<string>();
  const change = useLatest(onChange);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const save = () => {
    clearTimeout(timer.current);
    if (pending.current !== undefined) change.current(pending.current.trim());
    pending.current = undefined;
  };
  const keep = () => {
    save();
    setDraft(undefined);
  };
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, []);
  const text = draft ?? note;
  return (
    <textarea
      class="note"
      aria-label={t('library_note')}
      placeholder={t('library_addNote')}
      rows={Math.min(12, Math.max(2, text.split('\n').length + 1))}
      value={text}
      onInput={({ currentTarget }) => {
        pending.current = currentTarget.value;
        setDraft(currentTarget.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(save, PAUSE_MS);
      }}
      onBlur={keep}
    />
  );
}
