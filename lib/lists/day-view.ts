import type { ArxivId } from '../paper';
import type { DayDigest, DayEntry } from '../store/views/day-digest';
import {
  type Grouping,
  groupsOf,
  rowsOf,
  selectEntries,
  type Show,
  sortEntries,
  type Sorting,
  type StateOf,
  usualGrouping,
} from './day-list';
import type { DayPlace, LastPlace } from './last-place';
import type { Unfolded } from './rows';

/** One day as it is shown. */
export interface DayView {
  digest: DayDigest;
  show: Show;
  text: string;
  sort: Sorting;
  group: Grouping;
  closeness: ReadonlyMap<ArxivId, number>;
  /** Those that the choices above let through, in order. A paper that is read under the reader's eyes stays. */
  members: readonly DayEntry[];
  unfolded: ReadonlyMap<ArxivId, Unfolded>;
  folds: Readonly<Record<string, boolean>>;
  /** The groups of which every paper was read when the day was opened: they are folded. */
  readBefore: ReadonlySet<string>;
  showsHidden: boolean;
}

export type DayChoices = Partial<Pick<DayView, 'digest' | 'show' | 'text' | 'sort' | 'group' | 'closeness'>>;

/** A day as the reader left it, else as it is usually shown. */
export function openView(digest: DayDigest, place: LastPlace, left: DayPlace, stateOf: StateOf): DayView {
  const group = place.group ?? usualGrouping(digest.entries);
  const view: DayView = {
    digest,
    show: left.show ?? 'all',
    text: left.text ?? '',
    sort: place.sort ?? 'digest',
    group,
    closeness: new Map(),
    members: [],
    unfolded: new Map(left.unfolded),
    folds: left.folds ?? {},
    readBefore: readGroups(digest, group, stateOf),
    showsHidden: false,
  };
  return choose(view, {}, stateOf);
}

/** The view with other choices, or the same anew. */
export function choose(view: DayView, choices: DayChoices, stateOf: StateOf): DayView {
  const next = { ...view, ...choices };
  const found = selectEntries(next.digest.entries, next, stateOf);
  return {
    ...next,
    members: sortEntries(found, next.sort, next.closeness),
    ...(next.group !== view.group && { readBefore: readGroups(next.digest, next.group, stateOf) }),
  };
}

/** A group that the reader has neither folded nor unfolded is folded where nothing is left to read in it. */
export function isFolded({ text, folds, show, readBefore }: DayView, group: string): boolean {
  return text === '' && (folds[group] ?? (show === 'all' && readBefore.has(group)));
}

/** What of the members is in the list: hidden papers only on request. */
export function shownEntries({ members, showsHidden }: DayView, stateOf: StateOf): DayEntry[] {
  return members.filter(({ paper }) => showsHidden || !stateOf(paper.id).hidden);
}

/** The unread papers of a group, as far as they are in the list. */
export function unreadIn(view: DayView, group: string, stateOf: StateOf): ArxivId[] {
  return groupsOf(shownEntries(view, stateOf), view.group, group)
    .map(({ paper }) => paper.id)
    .filter((id) => !stateOf(id).read);
}

/** What of some rows is unfolded, with another state of one of them. */
export function unfoldedWith(
  unfolded: ReadonlyMap<ArxivId, Unfolded>,
  id: ArxivId,
  to: Unfolded | undefined,
): ReadonlyMap<ArxivId, Unfolded> {
  const next = new Map(unfolded);
  if (to === undefined) next.delete(id);
  else next.set(id, to);
  return next;
}

function readGroups(digest: DayDigest, group: Grouping, stateOf: StateOf): Set<string> {
  const read = new Set<string>();
  const noteRead = (key: string, isRead: boolean): boolean => {
    if (isRead) read.add(key);
    return true;
  };
  const shown = digest.entries.filter(({ paper }) => !stateOf(paper.id).hidden);
  rowsOf(shown, { group, isFolded: noteRead, alsoIn: () => '', without: '' }, stateOf);
  return read;
}
