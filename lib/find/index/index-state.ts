import type { IndexState } from '../../store/index-records';

/** Grows with every change of the layout or of how words are counted: an index of another version is rebuilt. */
export const INDEX_VERSION = 1;

/** An empty index. Moments go on from the clock, so that no unit is ever taken for one of an index before. */
export function freshState(moment: number = Date.now()): IndexState {
  return { version: INDEX_VERSION, moment, units: [], removals: [], dropped: [] };
}

/** The next moment; every change of the index takes its own. */
export function nextMoment(state: IndexState): number {
  state.moment += 1;
  return state.moment;
}
