import { t, tn } from '../../lib/i18n/translate';
import type { Done } from '../../lib/lists/triage';
import { printKey } from '../../lib/lists/triage-keys';
import { InnerLink } from './inner-link';

interface LibraryFootProps {
  /** What was just done that cannot be taken back. */
  said: string;
  /** What can be taken back. */
  last: Done | undefined;
  hidden: number;
  hiddenHref: string;
  unknown: readonly string[];
  lookedThrough: number | undefined;
  onFollow: (href: string) => void;
  onUndo: () => void;
  /** On the map the arrow keys move, in the list `j` and `k`. */
  isMap: boolean;
}

/** What there is to say of the list, in one calm line, and the keys that always work. */
export function LibraryFoot(props: LibraryFootProps) {
  const { said, last, hidden, hiddenHref, unknown, lookedThrough, onFollow, onUndo, isMap } = props;
  return (
    <footer class="foot">
      <p role="status">
        {said}
        {unknown.map((name) => (
          <span key={name}>{t('library_unknownOperator', `${name}:`)}</span>
        ))}
        {lookedThrough !== undefined && <span>{t('library_lookedThrough', lookedThrough)}</span>}
        {hidden > 0 && (
          <span>
            {tn('library_hiddenLeft', hidden)} ·{' '}
            <InnerLink href={hiddenHref} onFollow={onFollow}>
              {t('library_show')}
            </InnerLink>
          </span>
        )}
        {last && (
          <span>
            <button type="button" class="link" onClick={onUndo}>
              {t('library_undo')}
            </button>{' '}
            <kbd>Z</kbd>
          </span>
        )}
      </p>
      <p class="keys">
        {(isMap ? MAP_KEYS : KEYS).map(([keys, name]) => (
          <span key={name}>
            {keys.map((key) => (
              <kbd key={key}>{printKey(key)}</kbd>
            ))}{' '}
            {t(name)}
          </span>
        ))}
      </p>
    </footer>
  );
}

const REST = [
  [['Enter'], 'library_keyOpen'],
  [['v'], 'library_keySelect'],
  [['/'], 'library_keySearch'],
] as const;
const KEYS = [[['j', 'k'], 'library_keyMove'], ...REST] as const;
const MAP_KEYS = [[['ArrowDown', 'ArrowUp'], 'library_keyMove'], ...REST] as const;
