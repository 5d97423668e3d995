export function LensIcon({ size = 12 }: { size?: number }) {
  return (
    <svg class="lens" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="m11.2 11.2 3.3 3.3" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />
      <path d="M4.25 5.75h5.5M4.25 8.25h3.5" stroke="var(--bg)" stroke-width="1.5" stroke-linecap="round" />
    </svg>
  );
}
