import type { ArxivId, ReadingChange, ReadingState } from '../paper';

/** What the reader made of a paper, as a list shows it. */
export type ReaderState = Pick<ReadingState, 'read' | 'starred' | 'hidden'>;

/** What the reader did last and can take back. */
export interface Done {
  ids: readonly ArxivId[];
  change: ReadingChange;
}

export interface Triage {
  /** As far as it is known: nothing was done with a paper of which nothing is. */
  stateOf(id: ArxivId): ReadingState;
  /** States as they are stored; what is being changed just now stays as the reader sees it. */
  know(states: Iterable<ReadingState>): void;
  change(ids: readonly ArxivId[], change: ReadingChange): void;
  /** Takes the last change back, and says which it was. */
  undo(): Done | undefined;
  last(): Done | undefined;
}

interface TriageHost {
  /** The answer puts it back as it was. */
  changeReading(change: { ids: ArxivId[]; change: ReadingChange }): Promise<ReadingState[]>;
  putBackReading(before: ReadingState[]): Promise<void>;
  /** Something is to be shown otherwise than before. */
  tell(): void;
  /** A change could not be stored; it has been taken back on screen. */
  failed(error: unknown): void;
}

interface Step extends Done {
  before: ReadonlyMap<ArxivId, ReadingState>;
  /** As they were stored before, once the change is. */
  stored: Promise<ReadingState[]>;
}

/** The reader's states of the papers in view: each change is shown at once, stored behind, and can be taken back. */
export function createTriage({ changeReading, putBackReading, tell, failed }: TriageHost): Triage {
  const states = new Map<ArxivId, ReadingState>();
  const steps: Step[] = [];
  /** How many changes of a paper are on their way: until they are stored, what is stored is not news. */
  const underway = new Map<ArxivId, number>();
  /** Changes are stored one after the other: to take one back is to put back what was stored before it. */
  let storing: Promise<unknown> = Promise.resolve();

  const put = (state: ReadingState): void => void states.set(state.id, state);
  const stateOf = (id: ArxivId): ReadingState => states.get(id) ?? { id, changedAt: 0 };

  async function store<T>(before: Iterable<ReadingState>, work: () => Promise<T>): Promise<T> {
    const earlier = [...before];
    for (const { id } of earlier) underway.set(id, (underway.get(id) ?? 0) + 1);
    const stored = storing.then(work);
    storing = stored.catch(() => {});
    try {
      return await stored;
    } catch (error) {
      earlier.forEach(put);
      tell();
      failed(error);
      throw error;
    } finally {
      for (const { id } of earlier) {
        const left = (underway.get(id) ?? 1) - 1;
        if (left === 0) underway.delete(id);
        else underway.set(id, left);
      }
    }
  }

  return {
    stateOf,
    know(stored) {
      for (const state of stored) if (!underway.has(state.id)) put(state);
      tell();
    },
    change(ids, change) {
      if (ids.length === 0) return;
      const before = new Map(ids.map((id) => [id, stateOf(id)]));
      for (const state of before.values()) put({ ...state, ...change });
      const stored = store(before.values(), () => changeReading({ ids: [...ids], change }));
      const step = { ids, change, before, stored };
      steps.push(step);
      stored.catch(() => steps.splice(steps.indexOf(step), 1));
      tell();
    },
    undo() {
      const step = steps.pop();
      if (!step) return undefined;
      const undone = step.ids.map(stateOf);
      for (const state of step.before.values()) put(state);
      // A change that could not be stored need not be put back.
      void store(undone, () => step.stored.then(putBackReading, () => {})).catch(() => {});
      tell();
      return step;
    },
    last: () => steps.at(-1),
  };
}
