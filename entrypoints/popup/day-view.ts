import type { Report, ReportEntry } from '@/lib/store/views/day-digest';
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
import type { DayPlace, Place } from './last-place';

/** One day as it is shown. */
export interface View {
  report: Report;
  show: Show;
  text: string;
  sort: Sorting;
  group: Grouping;
  closeness: ReadonlyMap<ArxivId, number>;
  /** Those that the choices above let through, in order. A paper that is read under the reader's eyes stays. */
  members: readonly ReportEntry[];
  unfolded: ReadonlyMap<ArxivId, Unfolded>;
  folds: Readonly<Record<string, boolean>>;
  /** The groups of which every paper was read when the day was opened: they are folded. */
  readBefore: ReadonlySet<string>;
  showsHidden: boolean;
}

type Choices = Partial<Pick<View, 'report' | 'show' | 'text' | 'sort' | 'group' | 'closeness'>>;

export function openView(report: Report, place: Place, own: DayPlace, stateOf: StateOf): View {
  const group = place.group ?? usualGrouping(report.entries);
  const view: View = {
    report,
    show: own.show ?? 'all',
    text: own.text ?? '',
    sort: place.sort ?? 'report',
    group,
    closeness: new Map(),
    members: [],
    unfolded: new Map(own.unfolded),
    folds: own.folds ?? {},
    readBefore: readGroups(report, group, stateOf),
    showsHidden: false,
  };
  return choose(view, {}, stateOf);
}

/** The view with other choices, or the same anew. */
export function choose(view: View, choices: Choices, stateOf: StateOf): View {
  const next = { ...view, ...choices };
  const found = selectEntries(next.report.entries, next, stateOf);
  return {
    ...next,
    members: sortEntries(found, next.sort, next.closeness),
    ...(next.group !== view.group && { readBefore: readGroups(next.report, next.group, stateOf) }),
  };
}

function readGroups(report: Report, group: Grouping, stateOf: StateOf): Set<string> {
  const read = new Set<string>();
  const isFolded = (key: string, isRead: boolean): boolean => {
    if (isRead) read.add(key);
    return true;
  };
  const shown = report.entries.filter(({ paper }) => !stateOf(paper.id).hidden);
  rowsOf(shown, { group, isFolded, alsoIn: () => '', without: '' }, stateOf);
  return read;
}
