import type { ComponentChildren } from 'preact';

interface MenuProps {
  name: string;
  /** The path of its icon in a square of 16; without one its button shows the name. */
  icon?: string;
  children: ComponentChildren;
}

const UNFOLDS = 'm4.500 6.500 3.500 3.500 3.500-3.500';

/** A button, and what opens under it. */
export function Menu({ name, icon, children }: MenuProps) {
  return (
    <details
      class="menu"
      onKeyDown={(event) => {
        if (!event.currentTarget.open) return;
        // The list's keys are not meant while a menu is open.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        // Else the popup would close.
        event.preventDefault();
        closeMenu(event.currentTarget);
      }}
      onFocusOut={(event) => {
        const { currentTarget, relatedTarget } = event;
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget))
          currentTarget.open = false;
      }}
    >
      <summary class={icon === undefined ? 'button' : 'icon-button'} aria-label={name} title={name}>
        {icon === undefined && name}
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d={icon ?? UNFOLDS}
            fill="none"
            stroke="currentColor"
            stroke-width="1.500"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
      </summary>
      <div class="menu-body">{children}</div>
    </details>
  );
}

interface MenuItemsProps {
  items: readonly { name: string; onPick: () => void }[];
}

/** What a menu offers to do. */
export function MenuItems({ items }: MenuItemsProps) {
  return (
    <ul>
      {items.map(({ name, onPick }) => (
        <li key={name}>
          <button
            type="button"
            onClick={({ currentTarget }) => {
              closeMenu(currentTarget);
              onPick();
            }}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Closes the menu that this element is in, and gives the focus back to its button. */
export function closeMenu(inside: Element): void {
  const menu = inside.closest('details');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
