import type { ComponentChildren, RefObject } from 'preact';
import { printDay } from '../../lib/days/print';
import type { ExportFormat } from '../../lib/export/list';
import { t, tNodes } from '../../lib/i18n/translate';
import { printKey } from '../../lib/lists/triage-keys';
import type { AnnouncementDate } from '../../lib/paper';
import { ExportMenu } from '../page/export-menu';
import { DayPicker, type DayPickerProps } from './day-picker';
import { OrderMenu, type OrderMenuProps } from './order-menu';
import { ShowFilter, type ShowFilterProps } from './show-filter';

export interface PopupProps {
  today: AnnouncementDate;
  /** The latest day with a digest; other than today, it is named as what it is. */
  latest: AnnouncementDate;
  days: DayPickerProps;
  order: OrderMenuProps;
  filter: Omit<ShowFilterProps, 'field'>;
  field: RefObject<HTMLInputElement>;
  /** How far an import has come, while one is under way. */
  progress: string | undefined;
  /** About the days since the last visit. */
  catchUp?: ComponentChildren;
  /** What was done last, to be taken back. */
  done?: string | undefined;
  canUndo: boolean;
  onUndo: () => void;
  onExport: (format: ExportFormat) => void;
  onLibrary: () => void;
  onOptions: () => void;
  onHelp: () => void;
  /** Between head and footer: the list, or what stands in its place. */
  children: ComponentChildren;
}

export function Popup(props: PopupProps) {
  const { today, latest, days, order, filter, field, done, canUndo } = props;
  return (
    <main data-report-date={days.day}>
      {props.progress !== undefined && <p class="calm">{props.progress}</p>}
      {latest !== today && (
        <p class="calm">
          {tNodes(
            'popup_noDigestLatest',
            printDay(today),
            latest === days.day ? (
              printDay(latest)
            ) : (
              <button type="button" class="link" onClick={() => days.onPick(latest)}>
                {printDay(latest)}
              </button>
            ),
          )}
        </p>
      )}
      {props.catchUp}
      <header class="head">
        <DayPicker {...days} />
        <OrderMenu {...order} />
        <ExportMenu onExport={props.onExport} />
        <button
          type="button"
          class="icon-button"
          aria-label={t('popup_library')}
          title={t('popup_library')}
          onClick={props.onLibrary}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="M2.500 2.500v11M6.500 2.500v11M10 3l3.500 10.500"
              fill="none"
              stroke="currentColor"
              stroke-width="1.500"
              stroke-linecap="round"
            />
          </svg>
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('popup_options')}
          title={t('popup_options')}
          onClick={props.onOptions}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <g fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round">
              <path d="M1.500 5h6M11.500 5h3M1.500 11h3M8.500 11h6" />
              <circle cx="9.500" cy="5" r="2" />
              <circle cx="6.500" cy="11" r="2" />
            </g>
          </svg>
        </button>
      </header>
      <ShowFilter {...filter} field={field} />
      <div class="stage">{props.children}</div>
      <footer class="keys">
        <span class="said" role="status">
          {done}
        </span>
        {done === undefined ? (
          <>
            <KeyHint keys={['j', 'k']} name={t('popup_keyMove')} />
            <KeyHint keys={['Enter']} name={t('popup_keyOpen')} />
            <KeyHint keys={[' ']} name={t('popup_keyAbstract')} />
          </>
        ) : (
          canUndo && (
            <button type="button" class="link" onClick={props.onUndo}>
              {t('popup_undo')} <kbd>{printKey('z')}</kbd>
            </button>
          )
        )}
        <button type="button" class="all-keys" onClick={props.onHelp}>
          <kbd>?</kbd> {t('popup_keyAll')}
        </button>
      </footer>
    </main>
  );
}

function KeyHint({ keys, name }: { keys: readonly string[]; name: string }) {
  return (
    <span class="key-hint">
      {keys.map((key) => (
        <kbd key={key}>{printKey(key)}</kbd>
      ))}{' '}
      {name}
    </span>
  );
}
