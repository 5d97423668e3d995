import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { absAddress } from '../../lib/arxiv/address';
import { t } from '../../lib/i18n/translate';
import type { Unfolded } from '../../lib/lists/rows';
import type { ReaderState } from '../../lib/lists/triage';
import { KEYS_OF, printKey } from '../../lib/lists/triage-keys';
import type { DayEntry } from '../../lib/store/views/day-digest';
import { useLatest } from '../page/use-latest';
import type { LineMeasure } from '../page/use-line-measure';
import { AuthorLine } from './author-line';
import { CardIcon } from './card-icon';
import { EntryDetails } from './entry-details';
import { leadOf } from './lead-wording';
import { TexText } from './tex-text';

export type CardAct = 'star' | 'read' | 'hide';

interface PaperCardProps {
  entry: DayEntry;
  state?: ReaderState;
  /** A few words at the right: a subject, "also in", a score or a day. */
  aside?: string | undefined;
  unfolded?: Unfolded | undefined;
  /** The terms that a search found. */
  terms?: ReadonlySet<string> | undefined;
  line?: LineMeasure | undefined;
  /** Which of how many papers it is, counted from 1. */
  place?: { at: number; of: number };
  /** The link to its abstract page, which takes the focus. */
  link: RefObject<HTMLAnchorElement>;
  isSelected?: boolean | undefined;
  isShown?: boolean;
  onSelect?: ((isRange: boolean) => void) | undefined;
  onAct?: ((act: CardAct) => void) | undefined;
  onUnfold?: ((to: Unfolded) => void) | undefined;
}

/** One paper in a list: its state, title, authors on one line, and what there is to do with it. */
function PaperCard(props: PaperCardProps) {
  const {
    entry,
    state = {},
    aside,
    unfolded,
    terms,
    line,
    place,
    link,
    isSelected,
    isShown,
    onSelect,
    onAct,
    onUnfold,
  } = props;
  const { paper } = entry;
  const [title = { text: `arXiv:${paper.id}`, lang: undefined }] = leadOf(paper.title, entry.translatedTitle);
  const { style, isBold } = useHeldTitle(link, !state.read, line?.width);
  return (
    <article
      class={`paper${state.read ? ' read' : ''}${isBold ? ' bold' : ''}${isSelected ? ' selected' : ''}${isShown ? ' shown' : ''}`}
      data-arxiv-id={paper.id}
      aria-labelledby={`title-${paper.id}`}
      aria-posinset={place?.at}
      aria-setsize={place?.of}
    >
      <StateSign state={state} />
      {onSelect && (
        <input
          type="checkbox"
          class="select"
          aria-label={t('list_select')}
          checked={isSelected ?? false}
          onClick={({ shiftKey }) => onSelect(shiftKey)}
        />
      )}
      <a
        ref={link}
        style={style}
        class="title"
        id={`title-${paper.id}`}
        lang={title.lang}
        href={absAddress(paper.id)}
        target="_blank"
        rel="noreferrer"
      >
        <TexText text={title.text} terms={terms} inLink />
      </a>
      <p class="line">
        <AuthorLine authors={paper.authors} line={line} />
        <span class={unfolded ? 'slot unfolded' : 'slot'}>
          <span class="aside" title={aside}>
            {aside}
          </span>
          {onAct && <CardActs state={state} onAct={onAct} />}
        </span>
      </p>
      {unfolded && (
        <EntryDetails
          entry={entry}
          terms={terms}
          isWhole={unfolded === 'whole'}
          onWhole={onUnfold && (() => onUnfold('whole'))}
        />
      )}
    </article>
  );
}

/** It takes no room in the line, so that nothing moves when a paper changes its state. */
function StateSign({ state }: { state: ReaderState }) {
  if (state.starred)
    return (
      <span class="state">
        <CardIcon name="starred" size={12} />
        <span class="unseen">{state.read ? t('list_starred') : t('list_starredUnread')}</span>
      </span>
    );
  return (
    <span class="state">
      {!state.read && <span class="dot" />}
      <span class="unseen">{state.read ? t('list_read') : t('list_unread')}</span>
    </span>
  );
}

function CardActs({ state, onAct }: { state: ReaderState; onAct: (act: CardAct) => void }) {
  const acts = [
    { act: 'star', icon: state.starred ? 'starred' : 'star', name: t('list_star'), isOn: state.starred },
    { act: 'read', icon: 'read', name: t('list_markRead'), isOn: state.read },
    { act: 'hide', icon: 'hide', name: t('list_hide'), isOn: state.hidden },
  ] as const;
  return (
    <span class="acts">
      {acts.map(({ act, icon, name, isOn = false }) => (
        <button
          key={act}
          type="button"
          aria-label={name}
          aria-pressed={isOn}
          title={name}
          onClick={() => onAct(act)}
        >
          <CardIcon name={icon} />
          <kbd>{KEYS_OF[act].map(printKey)}</kbd>
        </button>
      ))}
    </span>
  );
}

/**
 * A title that turns bold, or no longer is, may need another number of lines, but the row shall keep its height: room
 * that is no longer needed stays, and a title that has no room for bold letters gets them when it is drawn anew.
 */
function useHeldTitle(link: RefObject<HTMLElement>, isUnread: boolean, width: number | undefined) {
  const drawn = useRef({ width, height: 0, isUnread });
  const [tooTall, setTooTall] = useState(false);
  if (drawn.current.width !== width) drawn.current = { width, height: 0, isUnread };
  // The height is read only when the weight is about to change: reading it of every row that comes into view would
  // make the browser lay out each of them by itself.
  const isOther = drawn.current.isUnread !== isUnread;
  if (isOther && drawn.current.height === 0) drawn.current.height = link.current?.offsetHeight ?? 0;
  const { height } = drawn.current;
  const isHeld = isOther && height > 0;
  useLayoutEffect(() => {
    setTooTall(height > 0 && isUnread && (link.current?.offsetHeight ?? 0) > height);
  }, [isUnread, width]);
  return {
    style: isHeld ? { minHeight: `${height}px` } : {},
    isBold: isUnread && !(isHeld && tooTall),
  };
}

/** A list is drawn anew whenever it scrolls; this card in it only when it has something else to show. */
export function StillCard(props: PaperCardProps) {
  const { entry, state = {}, aside, unfolded, terms, line, place, isSelected, isShown } = props;
  const { onSelect, onAct, onUnfold } = props;
  const latest = useLatest({ onSelect, onAct, onUnfold });
  const { read, starred, hidden } = state;
  return useMemo(
    () => (
      <PaperCard
        {...props}
        onSelect={onSelect && ((isRange) => latest.current.onSelect?.(isRange))}
        onAct={onAct && ((act) => latest.current.onAct?.(act))}
        onUnfold={onUnfold && ((to) => latest.current.onUnfold?.(to))}
      />
    ),
    [entry, read, starred, hidden, aside, unfolded, terms, line, place?.at, place?.of, isSelected, isShown],
  );
}
