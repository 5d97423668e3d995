import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';
import { InnerLink } from './inner-link';

interface TagEditorProps {
  tags: readonly string[];
  /** Those of other papers, to choose from. */
  known: readonly string[];
  hrefOf: (tag: string) => string;
  onFollow: (href: string) => void;
  onChange: (tags: string[]) => void;
}

/** The reader's tags on a paper: each leads to the others that have it. */
export function TagEditor({ tags, known, hrefOf, onFollow, onChange }: TagEditorProps) {
  const [text, setText] = useState('');
  const add = () => {
    const added = text
      .split(/[,，;；]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !tags.some((each) => each.toLowerCase() === tag.toLowerCase()));
    if (added.length > 0) onChange([...tags, ...added]);
    setText('');
  };
  return (
    <div class="tags">
      {tags.map((tag) => (
        <span key={tag} class="chip">
          <InnerLink href={hrefOf(tag)} onFollow={onFollow}>
            {tag}
          </InnerLink>
          <button
            type="button"
            aria-label={t('library_removeTag', tag)}
            title={t('library_removeTag', tag)}
            onClick={() => onChange(tags.filter((each) => each !== tag))}
          >
            <svg viewBox="0 0 10 10" width="8" height="8" aria-hidden="true">
              <path d="m1 1 8 8M9 1 1 9" stroke="currentColor" stroke-width="1.500" />
            </svg>
          </button>
        </span>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          type="text"
          aria-label={t('library_addTag')}
          placeholder={t('library_addTag')}
          list="known-tags"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={add}
        />
        <datalist id="known-tags">
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
    </div>
  );
}
