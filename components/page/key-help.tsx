import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/i18n/translate';
import { KEYS_OF, printKey, type TriageAction } from '../../lib/lists/triage-keys';

const NAMES: Readonly<Record<TriageAction, MessageKey>> = {
  next: 'keys_next',
  previous: 'keys_previous',
  open: 'keys_open',
  abstract: 'keys_abstract',
  star: 'keys_star',
  read: 'keys_read',
  hide: 'keys_hide',
  select: 'keys_select',
  undo: 'keys_undo',
  search: 'keys_search',
  'next group': 'keys_nextGroup',
  'previous group': 'keys_previousGroup',
  'previous day': 'keys_previousDay',
  'next day': 'keys_nextDay',
  help: 'keys_help',
};

interface KeyHelpProps {
  /** Those that mean nothing here, such as the keys for days in the library. */
  without: readonly TriageAction[];
  onClose: () => void;
}

/** All keys of a list of papers. */
export function KeyHelp({ without, onClose }: KeyHelpProps) {
  const actions = (Object.keys(NAMES) as TriageAction[]).filter((action) => !without.includes(action));
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="key-help"
      aria-labelledby="keys-title"
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== '?') return;
        // Else the popup would close.
        event.preventDefault();
        event.currentTarget.close();
      }}
    >
      <h2 id="keys-title">{t('keys_title')}</h2>
      <dl>
        {actions.map((action) => (
          <div key={action}>
            <dt>
              {KEYS_OF[action].map((key) => (
                <kbd key={key}>{printKey(key)}</kbd>
              ))}
            </dt>
            <dd>{t(NAMES[action])}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t('keys_note')}</p>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {t('keys_close')}
      </button>
    </dialog>
  );
}
