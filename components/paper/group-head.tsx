import type { RefObject } from 'preact';
import { t, tn } from '../../lib/i18n/translate';

interface GroupHeadProps {
  name: string;
  count: number;
  unread: number;
  isFolded: boolean;
  /** Takes the focus of the row. */
  button: RefObject<HTMLButtonElement>;
  onFold: () => void;
  onRead: () => void;
}

/** The line above the papers of one subject or topic. */
export function GroupHead({ name, count, unread, isFolded, button, onFold, onRead }: GroupHeadProps) {
  return (
    <>
      <h2>
        <button ref={button} type="button" aria-expanded={!isFolded} onClick={onFold}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path
              d={isFolded ? 'm6 3 5 5-5 5' : 'm3 6 5 5 5-5'}
              fill="none"
              stroke="currentColor"
              stroke-width="1.500"
              stroke-linecap="round"
            />
          </svg>
          <span class="name">{name}</span>
          <span class="count">
            {unread === 0 ? tn('list_groupRead', count) : tn('list_groupUnread', count, unread)}
          </span>
        </button>
      </h2>
      {unread > 0 && (
        <button type="button" class="link" onClick={onRead}>
          {t('list_markAllRead')}
        </button>
      )}
    </>
  );
}
