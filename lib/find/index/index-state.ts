import type { IndexState } from '../../store/index-records';

/** Raised with every change of the layout or of how words are counted: an index of another version is rebuilt. */
export const INDEX_VERSION = 1;

/**
 * The state of an empty index. Its moments start at the clock, in milliseconds, so that no unit is ever mistaken for
 * a unit of an earlier index.
 */
export function freshState(moment: number = Date.now()): IndexState {
  return { version: INDEX_VERSION, moment, units: [], removals: [], dropped: [] };
}

/** Takes the next moment; every change of the index takes one. */
export function nextMoment(state: IndexState): number {
  state.moment += 1;
  return state.moment;
}
