import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { type Chip, chipsOf, joinQuery } from '../../lib/find/query/chips';
import { parseSearch } from '../../lib/find/query/query';
import { t } from '../../lib/i18n/translate';

export interface SearchFieldProps {
  /** The whole query, operators and all. */
  text: string;
  field: RefObject<HTMLInputElement>;
  onText: (text: string) => void;
  /** The reader leaves the field for what it found. */
  onLeave: () => void;
}

/** The query as it is typed. An operator that is complete becomes a chip, which Backspace turns into text again. */
export function SearchField({ text, field, onText, onLeave }: SearchFieldProps) {
  /** What is being typed. As long as the field has the focus, the operator at its end may be unfinished. */
  const [draft, setDraft] = useState({ ...chipsOf(parseSearch(text)), text });
  const { chips, words } = draft.text === text ? draft : chipsOf(parseSearch(text));

  const change = (before: readonly Chip[], typed: string) => {
    const split = chipsOf(parseSearch(typed), true);
    const next = { chips: [...before, ...split.chips], words: split.words };
    setDraft({ ...next, text: joinQuery(next) });
    onText(joinQuery(next));
  };
  const drop = (at: number) => {
    change(
      chips.filter((_, i) => i !== at),
      words,
    );
    field.current?.focus();
  };

  return (
    <div class="search-field" role="search">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.500 10.500 3.500 3.500" />
        </g>
      </svg>
      {chips.map(({ source, operator, content }, at) => (
        <span key={`${at} ${source}`} class="chip">
          <span class="operator">{operator}:</span> {content}
          <button
            type="button"
            aria-label={t('library_dropFilter', source)}
            title={t('library_dropFilter', source)}
            onClick={() => drop(at)}
          >
            <svg viewBox="0 0 10 10" width="8" height="8" aria-hidden="true">
              <path d="m1 1 8 8M9 1 1 9" stroke="currentColor" stroke-width="1.500" />
            </svg>
          </button>
        </span>
      ))}
      <input
        ref={field}
        type="search"
        aria-label={t('library_search')}
        placeholder={chips.length === 0 ? t('library_search') : ''}
        value={words}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget }) => change(chips, currentTarget.value)}
        onBlur={() => setDraft({ ...chipsOf(parseSearch(text)), text })}
        onKeyDown={(event) => {
          const { currentTarget } = event;
          const isAtStart = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === 0;
          const last = chips.at(-1);
          if (event.key === 'Backspace' && isAtStart && last) {
            event.preventDefault();
            // The closing quotation mark is dropped: with it, the text would become a chip again.
            change(chips.slice(0, -1), [words, last.source.replace(/"$/, '')].join(' ').trimStart());
          } else if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            change([], '');
          } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
            if (event.isComposing) return;
            event.preventDefault();
            onLeave();
          }
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}
