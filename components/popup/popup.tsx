import type { ComponentChildren, RefObject } from 'preact';
import { printDay } from '../../lib/days/print';
import type { ExportFormat } from '../../lib/export/list';
import { t, tNodes } from '../../lib/i18n/translate';
import { printKey } from '../../lib/lists/triage-keys';
import type { AnnouncementDate } from '../../lib/paper';
import { ExportMenu } from '../page/export-menu';
import { IconButton, SlidersIcon } from '../page/icon-button';
import { DayPicker, type DayPickerProps } from './day-picker';
import { OrderMenu, type OrderMenuProps } from './order-menu';
import { ShowFilter, type ShowFilterProps } from './show-filter';

interface PopupProps {
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
  const { today, latest, days, order, filter, field } = props;
  return (
    <main data-report-date={days.day}>
      {props.progress !== undefined && <p class="calm">{props.progress}</p>}
      {latest !== today && <NoDigestToday today={today} latest={latest} days={days} />}
      {props.catchUp}
      <header class="head">
        <DayPicker {...days} />
        <OrderMenu {...order} />
        <ExportMenu onExport={props.onExport} />
        <IconButton name={t('popup_library')} onClick={props.onLibrary}>
          <path d="M2.500 2.500v11M6.500 2.500v11M10 3l3.500 10.500" />
        </IconButton>
        <IconButton name={t('popup_options')} onClick={props.onOptions}>
          <SlidersIcon />
        </IconButton>
      </header>
      <ShowFilter {...filter} field={field} />
      <div class="stage">{props.children}</div>
      <PopupFoot {...props} />
    </main>
  );
}

/** That there is no digest of today, and which is the latest. */
function NoDigestToday({ today, latest, days }: Pick<PopupProps, 'today' | 'latest' | 'days'>) {
  const name = printDay(latest);
  const way = (
    <button type="button" class="link" onClick={() => days.onPick(latest)}>
      {name}
    </button>
  );
  return (
    <p class="calm">{tNodes('popup_noDigestLatest', printDay(today), latest === days.day ? name : way)}</p>
  );
}

/** What was just done, with the way to take it back; else the keys that are needed first. */
function PopupFoot({ done, canUndo, onUndo, onHelp }: PopupProps) {
  return (
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
          <button type="button" class="link" onClick={onUndo}>
            {t('popup_undo')} <kbd>{printKey('z')}</kbd>
          </button>
        )
      )}
      <button type="button" class="all-keys" onClick={onHelp}>
        <kbd>?</kbd> {t('popup_keyAll')}
      </button>
    </footer>
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
