import { useLayoutEffect } from 'preact/hooks';
import { actionOfKey, type TriageAction } from '../../lib/lists/triage-keys';
import type { ListControls } from './use-list-focus';

/** What a page does at each key. Where it has nothing to do it answers `false`, and the key is left to the browser. */
type TriageKeys = Partial<Record<TriageAction, () => unknown>>;

/** What every list of papers does. */
export const listKeys = (list: ListControls | null): TriageKeys => ({
  next: () => list?.move(1),
  previous: () => list?.move(-1),
  'next group': () => list?.moveGroup(1),
  'previous group': () => list?.moveGroup(-1),
  abstract: () => (list?.focused() === undefined ? false : list.toggleAbstract()),
});

/** Hears the keys of the whole page, except those that are typed into a field; `keysOf` is told what has the focus. */
export function useTriageKeys(keysOf: (focused: Element) => TriageKeys): void {
  // A layout effect, so that the next key already meets what is shown by then.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      if (target.matches('input:not([type=checkbox]), textarea, select')) return;
      // A button is pressed by these.
      if ([' ', 'Enter'].includes(event.key) && target.closest('button, summary, input')) return;
      const action = actionOfKey(event);
      const run = action && keysOf(target)[action];
      if (run && run() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
