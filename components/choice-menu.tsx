import type { ComponentChildren } from 'preact';

export interface ChoiceMenuProps {
  /** What the button is called, and a picture or words to show. */
  name: string;
  /** Of the button. */
  look: string;
  children: ComponentChildren;
  items: readonly { name: string; onPick: () => void }[];
}

/** A button that unfolds what there is to choose from. */
export function ChoiceMenu({ name, look, children, items }: ChoiceMenuProps) {
  return (
    <details
      class="export-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        // The popup would close.
        event.preventDefault();
        event.stopPropagation();
        close(event.currentTarget);
      }}
      onFocusOut={(event) => {
        const { currentTarget, relatedTarget } = event;
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget))
          currentTarget.open = false;
      }}
    >
      <summary class={look} aria-label={name} title={name}>
        {children}
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.name}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                close(currentTarget.closest('details'));
                item.onPick();
              }}
            >
              {item.name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function close(menu: HTMLDetailsElement | null): void {
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
