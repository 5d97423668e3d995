import { describe, expect, test } from 'vitest';
import type { ReadingChange, ReadingState } from '../../../lib/paper';
import { type Clock, newClock, observe, type Stamp, stampAt, tick } from '../../../lib/stamps/clock';
import {
  changed,
  merged,
  noteVersions,
  type StampedState,
  stampsIn,
  withStamps,
} from '../../../lib/stamps/stamped-state';
import { seededRandom } from '../../training/random';

const ID = '2504.05309';
const nothing = (): StampedState => withStamps({ id: ID, changedAt: 0 }, undefined);
const old = (state: Partial<ReadingState>): StampedState =>
  withStamps({ id: ID, changedAt: 0, ...state }, undefined);

/** A change at a moment of a browser's. */
const then = (state: StampedState, change: ReadingChange, ms: number, browser = 'a'): StampedState =>
  changed(state, change, stampAt(ms, browser));

describe('a restore', () => {
  test('of yesterday’s stars, tags and note loses none of them to a paper that was read today', () => {
    const today = then(nothing(), { read: true }, 200);
    const yesterday = then(nothing(), { starred: true, note: 'for the talk', tags: ['later'] }, 100, 'b');
    const { state } = merged(today, yesterday);
    expect(state).toEqual({
      id: ID,
      read: true,
      starred: true,
      note: 'for the talk',
      tags: ['later'],
      changedAt: 200,
    });
  });

  test('of a backup from before there were stamps loses nothing either', () => {
    const { state } = merged(
      old({ read: true, changedAt: 200 }),
      old({ starred: true, note: 'a', tags: ['b'], changedAt: 100 }),
    );
    expect(state).toMatchObject({ read: true, starred: true, note: 'a', tags: ['b'] });
  });

  test('brings nothing back that was cleared since', () => {
    const starred = then(nothing(), { starred: true, tags: ['x', 'y'], note: 'first' }, 100);
    const since = then(starred, { starred: false, tags: ['y'], note: '' }, 200);
    expect(merged(since, starred).state).toEqual({ id: ID, tags: ['y'], changedAt: 200 });
  });

  test('of a note written apart keeps both until the reader picks one', () => {
    const before = then(nothing(), { note: 'first' }, 100);
    const both = merged(then(before, { note: 'at work' }, 200), then(before, { note: 'at home' }, 150, 'b'));
    expect(noteVersions(both.stamps).map(({ text }) => text)).toEqual(['at work', 'at home']);
    expect(both.state.note).toBe('at work');
    const picked = then(both, { note: 'at home' }, 300);
    expect(noteVersions(picked.stamps).map(({ text }) => text)).toEqual(['at home']);
    expect(noteVersions(merged(picked, both).stamps).map(({ text }) => text)).toEqual(['at home']);
  });
});

test('a tag may be called as every object’s own fields are', () => {
  const state = then(nothing(), { tags: ['constructor', '__proto__'] }, 1);
  const other = then(nothing(), { tags: ['toString'] }, 2, 'b');
  expect(merged(state, other).state.tags).toEqual(['__proto__', 'constructor', 'toString']);
});

/** The slow oracle: every change ever made, and of notes every version that was seen when another was written. */
interface Change {
  field: string;
  value: boolean | string;
  at: Stamp;
}

interface History {
  changes: ReadonlySet<Change>;
  over: ReadonlySet<Change>;
}

const union = (a: History, b: History): History => ({
  changes: new Set([...a.changes, ...b.changes]),
  over: new Set([...a.over, ...b.over]),
});

function latestOf({ changes }: History, field: string): boolean | string | undefined {
  const ofField = [...changes].filter((change) => change.field === field);
  return ofField.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.value;
}

const keptNotes = ({ changes, over }: History): string[] =>
  [...changes]
    .filter((change) => change.field === 'note' && !over.has(change) && change.value !== '')
    .map(({ value }) => String(value))
    .toSorted();

interface Replica {
  clock: Clock;
  /** How far its machine's clock is off. */
  skew: number;
  state: StampedState;
  history: History;
}

const TAGS = ['a', 'b', 'c'];
const DAY = 86_400_000;
const SEQUENCES = 10_000;

test(`${SEQUENCES} random histories of three browsers lose nothing and end alike`, () => {
  const random = seededRandom(20_261_129);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let sequence = 0; sequence < SEQUENCES; sequence += 1) {
    let now = 1_700_000_000_000;
    let texts = 0;
    const replicas = ['a', 'b', 'c'].map((browser): Replica => ({
      clock: newClock(browser),
      skew: [0, DAY, -400 * DAY, 4000 * DAY][below(4)] ?? 0,
      state: nothing(),
      history: { changes: new Set(), over: new Set() },
    }));
    /** Copies of earlier moments: backups. */
    const backups: Pick<Replica, 'state' | 'history'>[] = [];
    const restore = (replica: Replica, from: Pick<Replica, 'state' | 'history'>): void => {
      replica.state = merged(replica.state, from.state);
      replica.history = union(replica.history, from.history);
      replica.clock = observe(replica.clock, stampsIn(from.state.stamps));
    };
    const write = (replica: Replica): void => {
      replica.clock = tick(replica.clock, now + replica.skew);
      const at = replica.clock.latest;
      const { tags = [] } = replica.state.state;
      const flag = (['read', 'starred', 'hidden'] as const)[below(3)] ?? 'read';
      const tag = TAGS[below(3)] ?? 'a';
      const kind = below(3);
      const on = random() < 0.6;
      const text = random() < 0.2 ? '' : `note ${sequence}-${(texts += 1)}`;
      const changes = new Set(replica.history.changes);
      const over = new Set(replica.history.over);
      if (kind === 0) changes.add({ field: flag, value: on, at });
      if (kind === 1 && on !== tags.includes(tag)) changes.add({ field: `tag ${tag}`, value: on, at });
      if (kind === 2) {
        for (const change of changes) if (change.field === 'note') over.add(change);
        changes.add({ field: 'note', value: text, at });
      }
      const change: ReadingChange =
        kind === 0
          ? { [flag]: on }
          : kind === 1
            ? { tags: on ? [...new Set([...tags, tag])] : tags.filter((each) => each !== tag) }
            : { note: text };
      replica.state = changed(replica.state, change, at);
      replica.history = { changes, over };
    };

    for (let step = 0; step < 12; step += 1) {
      now += below(3) * 1000;
      const replica = replicas[below(3)];
      if (!replica) continue;
      const backup = backups[below(backups.length)];
      if (random() < 0.25 && backup) restore(replica, backup);
      else write(replica);
      if (random() < 0.3) backups.push({ state: replica.state, history: replica.history });
    }

    const [a, b, c] = replicas;
    if (!a || !b || !c) throw new Error('There are three.');
    const ends = [
      merged(merged(a.state, b.state), c.state),
      merged(c.state, merged(b.state, a.state)),
      merged(b.state, merged(c.state, merged(a.state, a.state))),
    ];
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
    const history = union(union(a.history, b.history), c.history);
    const { state, stamps } = ends[0] ?? nothing();
    expect(
      noteVersions(stamps)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(keptNotes(history));
    for (const flag of ['read', 'starred', 'hidden'] as const)
      expect(state[flag] ?? false).toBe(latestOf(history, flag) ?? false);
    for (const tag of TAGS)
      expect(state.tags?.includes(tag) ?? false).toBe(latestOf(history, `tag ${tag}`) ?? false);
  }
});
