type CardIconName = 'star' | 'starred' | 'read' | 'hide';

const PATHS: Record<CardIconName, string> = {
  star: 'm8 1.800 1.900 3.900 4.300.600-3.100 3 .700 4.300L8 11.600l-3.800 2 .700-4.300-3.100-3 4.300-.600z',
  starred:
    'm8 1.800 1.900 3.900 4.300.600-3.100 3 .700 4.300L8 11.600l-3.800 2 .700-4.300-3.100-3 4.300-.600z',
  read: 'm2.800 8.600 3.500 3.400 7-8',
  hide: 'M1.500 8S4 3.800 8 3.800 14.500 8 14.500 8 12 12.200 8 12.200 1.500 8 1.500 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM3 13.500l10-11',
};

export function CardIcon({ name, size = 13 }: { name: CardIconName; size?: number }) {
  return (
    <svg class="card-icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={name === 'starred' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
