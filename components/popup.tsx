import { printDay } from '../lib/print-day';
import type { AnnouncementDate } from '../lib/paper';
import type { ExportFormat } from '../lib/export/list';
import type { Report } from '../lib/store/papers';
import { DayPicker } from './day-picker';
import { ExportMenu } from './export-menu';
import { PaperList, type PaperListProps } from './paper-list';

export interface PopupProps {
  today: AnnouncementDate;
  /** The latest day with a report; other than today, it is named as what it is. */
  latest: AnnouncementDate;
  report: Report;
  previous: AnnouncementDate | undefined;
  next: AnnouncementDate | undefined;
  list: PaperListProps;
  /** How far an import has come, while one is under way. */
  progress: string | undefined;
  onPick: (day: AnnouncementDate) => void;
  onExport: (format: ExportFormat) => void;
  onLibrary: () => void;
  onOptions: () => void;
}

export function Popup(props: PopupProps) {
  const { today, latest, report, previous, next } = props;
  const { onPick, onExport, onLibrary, onOptions } = props;
  const count = report.entries.length;
  return (
    <main data-report-date={report.date}>
      {props.progress !== undefined && <p class="calm">{props.progress}</p>}
      {latest !== today && (
        <p class="calm">
          No report for {printDay(today)}. Latest:{' '}
          {latest === report.date ? (
            printDay(latest)
          ) : (
            <button type="button" class="link" onClick={() => onPick(latest)}>
              {printDay(latest)}
            </button>
          )}
        </p>
      )}
      <header class="head">
        <DayPicker day={report.date} previous={previous} next={next} onPick={onPick} />
        <span class="count">{count === 1 ? '1 paper' : `${count} papers`}</span>
        <ExportMenu onExport={onExport} />
        <button type="button" class="icon-button" aria-label="Library" title="Library" onClick={onLibrary}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="M2.500 2.500v11M6.500 2.500v11M10 3l3.500 10.500"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
              stroke-linecap="round"
            />
          </svg>
        </button>
        <button type="button" class="icon-button" aria-label="Options" title="Options" onClick={onOptions}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">
              <path d="M1.5 5h6M11.500 5h3M1.500 11h3M8.500 11h6" />
              <circle cx="9.5" cy="5" r="2" />
              <circle cx="6.5" cy="11" r="2" />
            </g>
          </svg>
        </button>
      </header>
      {count === 0 && <p class="paper">This report lists no papers.</p>}
      <PaperList key={report.date} {...props.list} />
      <footer class="keys">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> move
        </span>
        <span>
          <kbd>↵</kbd> open
        </span>
        <span>
          <kbd>Space</kbd> abstract
        </span>
        <span>
          <kbd>[</kbd> <kbd>]</kbd> day
        </span>
      </footer>
    </main>
  );
}
