import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';

interface NoteEditorProps {
  note: string;
  onChange: (note: string) => void;
}

/** A note on a paper, kept when the reader goes elsewhere, also to another page. */
export function NoteEditor({ note, onChange }: NoteEditorProps) {
  const [draft, setDraft] = useState<string>();
  const pending = useRef<string>();
  const change = useRef(onChange);
  change.current = onChange;
  const keep = () => {
    if (pending.current !== undefined) change.current(pending.current.trim());
    pending.current = undefined;
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
      }}
      onBlur={keep}
    />
  );
}
