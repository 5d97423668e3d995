import type { ComponentChild } from 'preact';
import type { ExportFormat } from '../../lib/export/list';
import { t, tn, tNodes } from '../../lib/i18n/translate';
import type { ShelfOrder } from '../../lib/lists/arrange';
import { ExportMenu } from '../page/export-menu';

interface ListHeadProps {
  /** How many papers are in the list, on how many days they stand, and how many papers there are at all. */
  papers: number;
  days: number;
  all: number;
  order: ShelfOrder;
  orders: readonly ShelfOrder[];
  selected: number;
  onOrder: (order: ShelfOrder) => void;
  onSelectAll: (all: boolean) => void;
  onAct: (act: 'star' | 'read' | 'hide') => void;
  onExport: (format: ExportFormat) => void;
  /** A map of the papers instead of their list. */
  isMap: boolean;
  onMap: (isMap: boolean) => void;
}

const ORDER_NAMES = {
  best: 'library_bestFirst',
  newest: 'library_newestFirst',
  oldest: 'library_oldestFirst',
} as const;

/** How many papers are in the list and in which order; what to do with those that are selected, while some are. */
export function ListHead(props: ListHeadProps) {
  const { papers, days, all, order, orders, selected, onOrder, onSelectAll, onAct, onExport } = props;
  const { isMap, onMap } = props;
  return (
    <div class="list-head">
      <input
        type="checkbox"
        aria-label={t('library_selectAll')}
        title={t('library_selectAll')}
        checked={selected > 0 && selected === papers}
        // Some are selected, but not all.
        indeterminate={selected > 0 && selected < papers}
        disabled={papers === 0}
        onChange={({ currentTarget }) => onSelectAll(currentTarget.checked)}
      />
      <p role="status">
        {selected > 0
          ? tn('library_selected', selected)
          : tNodes<ComponentChild>(
              'library_found',
              <strong>{tn('papers', papers)}</strong>,
              tn('library_days', days),
              all.toLocaleString(document.documentElement.lang),
            )}
      </p>
      {selected > 0 ? (
        <>
          <button type="button" class="link" onClick={() => onAct('star')}>
            {t('library_star')}
          </button>
          <button type="button" class="link" onClick={() => onAct('read')}>
            {t('library_markRead')}
          </button>
          <button type="button" class="link" onClick={() => onAct('hide')}>
            {t('library_hide')}
          </button>
        </>
      ) : (
        <select
          aria-label={t('library_order')}
          value={order}
          onChange={({ currentTarget }) => {
            const chosen = orders.find((each) => each === currentTarget.value);
            if (chosen) onOrder(chosen);
          }}
        >
          {orders.map((each) => (
            <option key={each} value={each}>
              {t(ORDER_NAMES[each])}
            </option>
          ))}
        </select>
      )}
      <div class="shows" role="group" aria-label={t('library_shows')}>
        <button type="button" data-shows="list" aria-pressed={!isMap} onClick={() => onMap(false)}>
          {t('library_asList')}
        </button>
        <button type="button" data-shows="map" aria-pressed={isMap} onClick={() => onMap(true)}>
          {t('library_asMap')}
        </button>
      </div>
      {papers > 0 && <ExportMenu onExport={onExport} />}
    </div>
  );
}
