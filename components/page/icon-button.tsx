import type { ComponentChildren } from 'preact';

interface IconButtonProps {
  name: string;
  /** What shows on hover, where that is more than the name. */
  title?: string;
  disabled?: boolean;
  onClick: () => void;
  /** The lines of its picture, in a square of 16. */
  children: ComponentChildren;
}

/** A button that is a picture. */
export function IconButton({ name, title = name, disabled = false, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={title}
      disabled={disabled}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <g fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round">
          {children}
        </g>
      </svg>
    </button>
  );
}

/** Two sliders: the way to the options. */
export function SlidersIcon() {
  return (
    <>
      <path d="M1.500 5h6M11.500 5h3M1.500 11h3M8.500 11h6" />
      <circle cx="9.500" cy="5" r="2" />
      <circle cx="6.500" cy="11" r="2" />
    </>
  );
}

export const BACK_ARROW = 'm10 3-5 5 5 5';
export const ON_ARROW = 'm6 3 5 5-5 5';
