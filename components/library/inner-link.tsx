import type { ComponentChildren } from 'preact';

interface InnerLinkProps {
  href: string;
  onFollow: (href: string) => void;
  class?: string;
  /** What the link leads to is shown now. */
  isCurrent?: boolean;
  children: ComponentChildren;
}

/** A link within the library. With a key held the browser follows it, to another tab or window. */
export function InnerLink({ href, onFollow, isCurrent = false, children, ...props }: InnerLinkProps) {
  return (
    <a
      {...props}
      href={href}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onFollow(href);
      }}
    >
      {children}
    </a>
  );
}
