import type { Unfolded } from '../../components/paper/paper-card';
import {
  type Grouping,
  rowsOf,
  selectEntries,
  type Show,
  sortEntries,
  type Sorting,
  type StateOf,
  usualGrouping,
} from '../../lib/lists/day-list';
import type { ArxivId } from '../../lib/paper';
import type { DayDigest, DayEntry } from '../../lib/store/views/day-digest';
import type { DayPlace, LastPlace } from './last-place';

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

type Choices = Partial<Pick<DayView, 'digest' | 'show' | 'text' | 'sort' | 'group' | 'closeness'>>;

export function openView(digest: DayDigest, place: LastPlace, own: DayPlace, stateOf: StateOf): DayView {
  const group = place.group ?? usualGrouping(digest.entries);
  const view: DayView = {
    digest,
    show: own.show ?? 'all',
    text: own.text ?? '',
    sort: place.sort ?? 'digest',
    group,
    closeness: new Map(),
    members: [],
    unfolded: new Map(own.unfolded),
    folds: own.folds ?? {},
    readBefore: readGroups(digest, group, stateOf),
    showsHidden: false,
  };
  return choose(view, {}, stateOf);
}

/** The view with other choices, or the same anew. */
export function choose(view: DayView, choices: Choices, stateOf: StateOf): DayView {
  const next = { ...view, ...choices };
  const found = selectEntries(next.digest.entries, next, stateOf);
  return {
    ...next,
    members: sortEntries(found, next.sort, next.closeness),
    ...(next.group !== view.group && { readBefore: readGroups(next.digest, next.group, stateOf) }),
  };
}

function readGroups(digest: DayDigest, group: Grouping, stateOf: StateOf): Set<string> {
  const read = new Set<string>();
  const isFolded = (key: string, isRead: boolean): boolean => {
    if (isRead) read.add(key);
    return true;
  };
  const shown = digest.entries.filter(({ paper }) => !stateOf(paper.id).hidden);
  rowsOf(shown, { group, isFolded, alsoIn: () => '', without: '' }, stateOf);
  return read;
}
