import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';
import { IconButton, SlidersIcon } from '../page/icon-button';
import { LensIcon } from '../page/lens-icon';
import { LibraryRail, type LibraryRailProps } from './library-rail';
import { SearchField, type SearchFieldProps } from './search-field';

interface LibraryProps extends LibraryRailProps {
  search: SearchFieldProps;
  /** Absent where there is nothing to save. */
  onSave: (() => void) | undefined;
  isSaved: boolean;
  onOptions: () => void;
  /** A narrow window shows the paper instead of the list. */
  isPaperOpen: boolean;
  /** A map gets more of the width than a list. */
  isMap: boolean;
  /** The days as bars. */
  days: ComponentChildren;
  list: ComponentChildren;
  paper: ComponentChildren;
  /** The section that the paper stands in. */
  detail: RefObject<HTMLElement>;
}

/** The page's places: the search above, what narrows the list at the left, the list, and one paper beside it. */
export function Library(props: LibraryProps) {
  const { search, sections, isCounted, isPaperOpen, isMap, isSaved, onSave, onFollow, onOptions } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <div class={`library${isPaperOpen ? ' paper-open' : ''}${isMap ? ' with-map' : ''}`}>
      <header class="top">
        <h1>
          <LensIcon size={16} />
          <span>{t('extensionName')}</span>
        </h1>
        <details class="rail-menu" ref={menu}>
          <summary class="icon-button" aria-label={t('library_narrow')} title={t('library_narrow')}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path
                d="M2 4h12M2 8h12M2 12h12"
                stroke="currentColor"
                stroke-width="1.500"
                stroke-linecap="round"
              />
            </svg>
          </summary>
          <nav aria-label={t('library_narrow')}>
            <LibraryRail
              sections={sections}
              isCounted={isCounted}
              prefix="menu"
              onFollow={(href) => {
                menu.current?.removeAttribute('open');
                onFollow(href);
              }}
            />
          </nav>
        </details>
        <SearchField {...search} />
        <button type="button" class="button save" disabled={!onSave} aria-pressed={isSaved} onClick={onSave}>
          {t(isSaved ? 'library_saved' : 'library_save')}
        </button>
        <IconButton name={t('library_options')} onClick={onOptions}>
          <SlidersIcon />
        </IconButton>
      </header>
      <div class="days">{props.days}</div>
      <nav class="rail" aria-label={t('library_narrow')}>
        <LibraryRail sections={sections} isCounted={isCounted} onFollow={onFollow} prefix="rail" />
      </nav>
      <main>
        <div class="list-side">{props.list}</div>
        <section ref={props.detail} class="detail" aria-label={t('library_paper')}>
          {props.paper}
        </section>
      </main>
    </div>
  );
}
