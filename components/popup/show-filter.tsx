import type { RefObject } from 'preact';
import { t, tn } from '../../lib/i18n/translate';
import type { DayCounts, Show } from '../../lib/lists/day-list';
import { printKey } from '../../lib/lists/triage-keys';

export interface ShowFilterProps {
  counts: DayCounts;
  show: Show;
  text: string;
  field: RefObject<HTMLInputElement>;
  onShow: (show: Show) => void;
  onType: (text: string) => void;
  /** The field is left for the list. */
  onLeave: () => void;
}

const SHOWS = [
  ['all', 'popup_all'],
  ['unread', 'popup_unread'],
  ['starred', 'popup_starred'],
] as const;

/** The day's counts, each of which is a filter too, and a field for words to look for among its papers. */
export function ShowFilter({ counts, show, text, field, onShow, onType, onLeave }: ShowFilterProps) {
  return (
    <div class="show-filter">
      <div class="shows" role="group" aria-label={t('popup_show')}>
        {SHOWS.map(([value, label]) => (
          <button key={value} type="button" aria-pressed={value === show} onClick={() => onShow(value)}>
            {t(label)} <span class="count">{counts[value].toLocaleString()}</span>
          </button>
        ))}
      </div>
      <label class="filter">
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path
            d="M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm-1.100 3 3.600 3.500"
            fill="none"
            stroke="currentColor"
            stroke-width="1.500"
            stroke-linecap="round"
          />
        </svg>
        <input
          ref={field}
          type="text"
          value={text}
          aria-label={tn('popup_filterPapers', counts.all)}
          placeholder={tn('popup_filter', counts.all)}
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget }) => onType(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              // Else the popup would close.
              event.preventDefault();
              if (text === '') onLeave();
              else onType('');
            } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              onLeave();
            }
          }}
        />
        <kbd aria-hidden="true">{printKey(text === '' ? '/' : 'Escape')}</kbd>
      </label>
    </div>
  );
}
