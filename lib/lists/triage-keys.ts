/** What a reader can do from the keyboard wherever papers are listed. */
export type TriageAction =
  | 'next'
  | 'previous'
  | 'open'
  | 'abstract'
  | 'star'
  | 'read'
  | 'hide'
  | 'select'
  | 'undo'
  | 'search'
  | 'next group'
  | 'previous group'
  | 'previous day'
  | 'next day'
  | 'help';

/** What of a key decides. A capital letter is written as such: it comes with Shift. */
export interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The keys of each action, as `KeyboardEvent.key` names them. `open` is what a focused link does by itself. */
export const KEYS_OF: Readonly<Record<TriageAction, readonly string[]>> = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  open: ['Enter'],
  abstract: [' '],
  star: ['s'],
  read: ['m'],
  hide: ['x'],
  select: ['v'],
  undo: ['z'],
  search: ['/'],
  'next group': ['g'],
  'previous group': ['G'],
  'previous day': ['['],
  'next day': [']'],
  help: ['?'],
};

const ACTION_OF = new Map(
  Object.entries(KEYS_OF).flatMap(([action, keys]) => keys.map((key) => [key, action as TriageAction])),
);

/** With Caps Lock on a letter means the same; only `G` and `g` are two. */
export function actionOfKey({ key, ctrlKey, metaKey, altKey }: Key): TriageAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  return ACTION_OF.get(key) ?? ACTION_OF.get(key.toLowerCase());
}

/** As a key cap shows it. */
export function printKey(key: string): string {
  return CAPS[key] ?? key.toUpperCase();
}

const CAPS: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ' ': 'Space',
  G: '⇧G',
};
