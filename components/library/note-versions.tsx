import { t } from '../../lib/i18n/translate';

interface NoteVersionsProps {
  /** The note that is shown. */
  note: string;
  /** What was written elsewhere, apart from it. */
  others: readonly string[];
  onPick: (note: string) => void;
}

/** Notes on one paper that were written apart: all of them stay until the reader has picked one. */
export function NoteVersions({ note, others, onPick }: NoteVersionsProps) {
  return (
    <div class="note-versions" role="group" aria-label={t('library_noteVersions')}>
      <p class="small">{t('library_noteVersions')}</p>
      {others.map((other) => (
        <blockquote key={other}>
          <bdi>{other}</bdi>
          <button type="button" class="link" onClick={() => onPick(other)}>
            {t('library_noteTake')}
          </button>
        </blockquote>
      ))}
      <p class="actions">
        <button type="button" class="link" onClick={() => onPick(note)}>
          {t('library_noteKeep')}
        </button>
        <button type="button" class="link" onClick={() => onPick([note, ...others].join('\n\n'))}>
          {t('library_noteBoth')}
        </button>
      </p>
    </div>
  );
}
