import type { ReadingChange, ReadingState } from '../paper';
import { browserOf, later, msOf, type Stamp, stampAt } from './clock';

/** A note as it was saved at one moment; an empty text is a note that was cleared. */
interface NoteVersion {
  text: string;
  at: Stamp;
}

/**
 * Of each field of a reading state when it was changed last. A field without a stamp was never changed; one that was
 * cleared has a stamp, so that clearing is not mistaken for knowing nothing.
 */
export interface ReadingStamps {
  read?: Stamp;
  starred?: Stamp;
  hidden?: Stamp;
  /** Each tag that the reader has ever given the paper, and whether it has it. */
  tags?: Readonly<Record<string, { on: boolean; at: Stamp }>>;
  /** Every version of the note that nobody has written over: more than one where two were written apart. */
  notes?: readonly NoteVersion[];
  /** By browser the latest version that was written over: so a version that comes again is known to be over. */
  overwritten?: Readonly<Record<string, Stamp>>;
}

/** What the reader made of a paper, with the stamps by which two copies of it are merged. */
export interface StampedState {
  state: ReadingState;
  stamps: ReadingStamps;
}

const FLAGS = ['read', 'starred', 'hidden'] as const;

/** A state of before there were stamps: the moment of its last change stands for all its fields. */
export function withStamps(state: ReadingState, stamps: ReadingStamps | undefined): StampedState {
  if (stamps) return { state, stamps };
  const at = stampAt(state.changedAt);
  const flags = Object.fromEntries(FLAGS.flatMap((flag) => (state[flag] === undefined ? [] : [[flag, at]])));
  const { note, tags = [] } = state;
  return {
    state,
    stamps: {
      ...flags,
      ...(tags.length > 0 && { tags: Object.fromEntries(tags.map((tag) => [tag, { on: true, at }])) }),
      ...(note && { notes: [{ text: note, at }] }),
    },
  };
}

/** The state after a change of the reader's at this moment, which is later than every stamp in it. */
export function changed({ state, stamps }: StampedState, change: ReadingChange, at: Stamp): StampedState {
  const flags = FLAGS.filter((flag) => change[flag] !== undefined);
  return drawn(
    state.id,
    {
      ...stamps,
      ...Object.fromEntries(flags.map((flag) => [flag, at])),
      ...(change.tags && { tags: changedTags(stamps.tags, change.tags, at) }),
      ...(change.note !== undefined && changedNote(stamps, change.note, at)),
    },
    { ...state, ...change },
  );
}

function changedTags(
  known: ReadingStamps['tags'] = {},
  tags: readonly string[],
  at: Stamp,
): NonNullable<ReadingStamps['tags']> {
  const names = new Set([...Object.keys(known), ...tags]);
  return Object.fromEntries(
    [...names].map((tag) => {
      const before = own(known, tag);
      const on = tags.includes(tag);
      return [tag, before?.on === on ? before : { on, at }];
    }),
  );
}

function changedNote(
  { notes = [], overwritten = {} }: ReadingStamps,
  text: string,
  at: Stamp,
): Pick<ReadingStamps, 'notes' | 'overwritten'> {
  const over = latestOf([
    ...Object.entries(overwritten),
    ...notes.map((version): [string, Stamp] => [browserOf(version.at), version.at]),
  ]);
  return { notes: [{ text, at }], ...(Object.keys(over).length > 0 && { overwritten: over }) };
}

function latestOf(stamps: readonly (readonly [browser: string, at: Stamp])[]): Record<string, Stamp> {
  const latest: Record<string, Stamp> = {};
  for (const [browser, at] of stamps) latest[browser] = later(latest[browser] ?? '', at);
  return latest;
}

/**
 * Two copies of one paper's state as one, field by field: of a flag or a tag the later change counts, and of a note
 * every version that nobody has written over is kept. The order of the copies does not matter, nor how often one comes.
 */
export function merged(a: StampedState, b: StampedState): StampedState {
  const flags = FLAGS.flatMap((flag) => {
    const winner = laterFlag(flag, a, b);
    return winner ? [[flag, winner] as const] : [];
  });
  const notes = mergedNotes(a.stamps, b.stamps);
  const tags = mergedTags(a.stamps.tags, b.stamps.tags);
  return drawn(
    a.state.id,
    {
      ...Object.fromEntries(flags.map(([flag, { at }]) => [flag, at])),
      ...(tags && { tags }),
      ...notes,
    },
    Object.fromEntries(flags.map(([flag, { on }]) => [flag, on])),
  );
}

function laterFlag(
  flag: (typeof FLAGS)[number],
  a: StampedState,
  b: StampedState,
): { on: boolean; at: Stamp } | undefined {
  const both = [a, b].flatMap(({ state, stamps }) => {
    const at = stamps[flag];
    return at === undefined ? [] : [{ on: state[flag] === true, at }];
  });
  return both.reduce<{ on: boolean; at: Stamp } | undefined>(laterValue, undefined);
}

/** A copied profile can give one stamp to two values: then the one that says yes counts, everywhere alike. */
function laterValue<Value extends { on: boolean; at: Stamp }>(a: Value | undefined, b: Value): Value {
  if (!a || b.at > a.at) return b;
  return b.at === a.at && b.on ? b : a;
}

function mergedTags(a: ReadingStamps['tags'], b: ReadingStamps['tags']): ReadingStamps['tags'] {
  if (!a || !b) return a ?? b;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const [one, other] = [own(a, name), own(b, name)];
      const winner = one && other ? laterValue(one, other) : (one ?? other);
      return winner ? [[name, winner]] : [];
    }),
  );
}

function mergedNotes(a: ReadingStamps, b: ReadingStamps): Pick<ReadingStamps, 'notes' | 'overwritten'> {
  const overwritten = latestOf([
    ...Object.entries(a.overwritten ?? {}),
    ...Object.entries(b.overwritten ?? {}),
  ]);
  const versions = new Map<string, NoteVersion>();
  for (const version of [...(a.notes ?? []), ...(b.notes ?? [])]) {
    const isOver = (own(overwritten, browserOf(version.at)) ?? '') >= version.at;
    if (!isOver) versions.set(`${version.at} ${version.text}`, version);
  }
  const notes = [...versions.keys()].toSorted().flatMap((key) => versions.get(key) ?? []);
  return {
    ...(notes.length > 0 && { notes }),
    ...(Object.keys(overwritten).length > 0 && { overwritten }),
  };
}

/** The versions of a note that say something, the latest first. Where they are several, the reader has to pick. */
export function noteVersions({ notes = [] }: ReadingStamps): NoteVersion[] {
  const texts = new Set<string>();
  return notes.toReversed().filter(({ text }) => text !== '' && !texts.has(text) && Boolean(texts.add(text)));
}

/** Every stamp in it. */
export function stampsIn({
  read,
  starred,
  hidden,
  tags = {},
  notes = [],
  overwritten = {},
}: ReadingStamps): Stamp[] {
  return [
    ...[read, starred, hidden].filter((stamp) => stamp !== undefined),
    ...Object.values(tags).map(({ at }) => at),
    ...notes.map(({ at }) => at),
    ...Object.values(overwritten),
  ];
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** A field of the record itself: a tag may be called `constructor`. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The state that stamps and flags come to, without what says nothing, so that equal states are equal records. */
function drawn(id: string, stamps: ReadingStamps, flags: ReadingChange): StampedState {
  const [note] = noteVersions(stamps);
  // In the order in which they were given: an object's own order differs from one copy to the other.
  const tags = Object.entries(stamps.tags ?? {})
    .filter(([, { on }]) => on)
    .toSorted(([a, one], [b, other]) => compare(one.at, other.at) || compare(a, b))
    .map(([tag]) => tag);
  const latest = stampsIn(stamps).reduce(later, '');
  return {
    state: {
      id,
      ...(flags.read && { read: true }),
      ...(flags.starred && { starred: true }),
      ...(flags.hidden && { hidden: true }),
      ...(note && { note: note.text }),
      ...(tags.length > 0 && { tags }),
      changedAt: latest === '' ? 0 : msOf(latest),
    },
    stamps,
  };
}
