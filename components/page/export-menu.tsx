import { exportFormats } from '../../lib/export/formats';
import type { ExportFormat } from '../../lib/export/list';
import { t } from '../../lib/i18n/translate';
import { Menu, MenuItems } from './menu';

interface ExportMenuProps {
  onExport: (format: ExportFormat) => void;
}

/** Saves the list that is shown, as a file of the format that is picked. */
export function ExportMenu({ onExport }: ExportMenuProps) {
  return (
    <div class="export-menu">
      <Menu name={t('export_list')} icon="M8 2.500v8M4.500 7.500 8 11l3.500-3.500M2.500 13.500h11">
        <MenuItems
          items={exportFormats.map((format) => ({ name: format.name, onPick: () => onExport(format) }))}
        />
      </Menu>
    </div>
  );
}
