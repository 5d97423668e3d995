import { t } from '../lib/i18n/translate';
import type { ReadingChange } from '../lib/paper';
import type { Mark } from '../lib/store/marks';
import { element } from './element';

const NAMES = { starred: 'page_star', read: 'page_read', hidden: 'page_hide' } as const;

/** What the reader made of a paper, and can make of it. */
export function stateButtons(
  mark: Mark,
  states: readonly (keyof typeof NAMES)[],
  onChange: (change: ReadingChange) => void,
): HTMLElement[] {
  return states.map((state) =>
    pressable(
      state,
      () => onChange({ [state]: !mark[state] }),
      { class: 'state', 'aria-pressed': String(mark[state] ?? false) },
      t(NAMES[state]),
    ),
  );
}

/** A button. The id finds it again when its view is drawn anew, so that the focus stays where it was. */
export function pressable(
  id: string,
  onClick: () => void,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = element('button', { type: 'button', id, ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
}
