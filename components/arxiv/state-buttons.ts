import { t } from '../../lib/i18n/translate';
import type { ArxivId, ReadingChange } from '../../lib/paper';
import type { Mark } from '../../lib/store/views/marks';
import { element } from './element';

const NAMES = { starred: 'page_star', read: 'page_read', hidden: 'page_hide' } as const;

type State = keyof typeof NAMES;

/** What the reader made of a paper, and can make of it. */
export function stateButtons(
  mark: Pick<Mark, State>,
  states: readonly State[],
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

/** The same as signs alone, for one paper of several. */
export function stateSigns(
  { id, title, state: mark }: { id: ArxivId; title: string; state: Pick<Mark, State> },
  states: readonly State[],
  onChange: (change: ReadingChange, of: ArxivId) => void,
): HTMLElement[] {
  return states.map((state) =>
    pressable(`${state}-${id}`, () => onChange({ [state]: !mark[state] }, id), {
      class: 'sign',
      'aria-pressed': String(mark[state] ?? false),
      'aria-label': `${t(NAMES[state])}: ${title}`,
    }),
  );
}

/** A button. When its view is drawn anew, the button with the same id gets the focus that this one had. */
export function pressable(
  id: string,
  onClick: () => void,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = element('button', { type: 'button', id, ...attributes }, ...children);
  // The page's own scripts reach into an open shadow root: only what the reader presses counts.
  made.addEventListener('click', ({ isTrusted }) => isTrusted && onClick());
  return made;
}
