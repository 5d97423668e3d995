import type { ArxivId, ReadingChange, ReadingState } from '../../paper';
import { newClock, observe, tick } from '../../stamps/clock';
import {
  changed,
  merged,
  type ReadingStamps,
  type StampedState,
  stampsIn,
  withStamps,
} from '../../stamps/stamped-state';
import type { LensDatabase } from '../database';
import { stampedStates } from '../views/reading-states';

/** There is one clock. */
const CLOCK = 1;

/** A reading state as a backup has it; those of versions before 4 have no stamps. */
export type BackedUpState = ReadingState & { stamps?: ReadingStamps };

/** Changes what is named in `change`, for each of these papers; gives what was before, for `putBackReadingStates`. */
export async function changeReadingStates(
  db: LensDatabase,
  ids: readonly ArxivId[],
  change: ReadingChange,
  now: number,
): Promise<ReadingState[]> {
  return changeEach(db, ids, () => change, now);
}

/** Takes a change back: gives the papers the states that they had before it. */
export async function putBackReadingStates(
  db: LensDatabase,
  before: readonly ReadingState[],
  now: number,
): Promise<void> {
  const byId = new Map(before.map((state) => [state.id, state]));
  await changeEach(db, [...byId.keys()], (state) => wayBack(state, byId.get(state.id)), now);
}

/** What leads from one state to another. */
function wayBack(from: ReadingState, to: ReadingState | undefined): ReadingChange {
  const { read = false, starred = false, hidden = false, note = '', tags = [] } = to ?? {};
  return {
    ...(read !== (from.read ?? false) && { read }),
    ...(starred !== (from.starred ?? false) && { starred }),
    ...(hidden !== (from.hidden ?? false) && { hidden }),
    ...(note !== (from.note ?? '') && { note }),
    ...(tags.join('\n') !== (from.tags ?? []).join('\n') && { tags }),
  };
}

async function changeEach(
  db: LensDatabase,
  ids: readonly ArxivId[],
  changeOf: (state: ReadingState) => ReadingChange,
  now: number,
): Promise<ReadingState[]> {
  return db.transaction('rw', db.readingStates, db.readingStamps, db.clocks, async () => {
    const before = await stampedStates(db, ids);
    const { id, ...clock } = await clockOf(db);
    const seen = before.flatMap(({ stamps }) => stampsIn(stamps));
    const ticked = tick(observe(clock, seen), now);
    await db.clocks.put({ id, ...ticked });
    await putStates(
      db,
      before.map((state) => changed(state, changeOf(state.state), ticked.latest)),
    );
    return before.map(({ state }) => state);
  });
}

/** The state as text, without the moment of its last change. */
const facts = ({ changedAt: _changedAt, ...state }: ReadingState): string => JSON.stringify(state);

async function clockOf(db: LensDatabase) {
  return (await db.clocks.get(CLOCK)) ?? { id: CLOCK, ...newClock() };
}

async function putStates(db: LensDatabase, states: readonly StampedState[]): Promise<void> {
  await Promise.all([
    db.readingStates.bulkPut(states.map(({ state }) => state)),
    db.readingStamps.bulkPut(states.map(({ state: { id }, stamps }) => ({ ...stamps, id }))),
  ]);
}

/** Merges states of a backup, field by field, into those that are here; gives how many of them that has changed. */
export async function mergeReadingStates(
  db: LensDatabase,
  states: readonly BackedUpState[],
): Promise<number> {
  if (states.length === 0) return 0;
  const theirs = states.map(({ stamps, ...state }) => withStamps(state, stamps));
  const ours = await stampedStates(
    db,
    states.map(({ id }) => id),
  );
  const after = theirs.map((their, i) => merged(ours[i] ?? their, their));
  const { id, ...clock } = await clockOf(db);
  await db.clocks.put({
    id,
    ...observe(
      clock,
      theirs.flatMap(({ stamps }) => stampsIn(stamps)),
    ),
  });
  await putStates(db, after);
  return after.filter(
    ({ state }, i) => facts(state) !== facts(ours[i]?.state ?? { id: state.id, changedAt: 0 }),
  ).length;
}
