import { exportFormats } from '../lib/export/formats';
import { t } from '../lib/i18n/translate';
import type { ExportFormat } from '../lib/export/list';

export interface ExportMenuProps {
  onExport: (format: ExportFormat) => void;
}

/** Saves the list that is shown as a file of the format that is picked. */
export function ExportMenu({ onExport }: ExportMenuProps) {
  return (
    <details
      class="export-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        // The popup would close.
        event.preventDefault();
        close(event.currentTarget);
      }}
      onFocusOut={(event) => {
        const { currentTarget, relatedTarget } = event;
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget))
          currentTarget.open = false;
      }}
    >
      <summary class="icon-button" aria-label={t('export_list')} title={t('export_list')}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M8 2.5v8M4.500 7.500 8 11l3.500-3.500M2.500 13.500h11"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
      </summary>
      <ul>
        {exportFormats.map((format) => (
          <li key={format.name}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                close(currentTarget.closest('details'));
                onExport(format);
              }}
            >
              {format.name}
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
