import { useMemo, useRef, useState } from 'preact/hooks';
import { printMonth } from '../../lib/days/print';
import { t } from '../../lib/i18n/translate';
import {
  type BarCount,
  type BarsLayout,
  type Counts,
  dayAfterKey,
  dayAt,
  edgesOf,
  layOutBars,
  rangeOf,
  wholeBars,
} from '../../lib/lists/day-bars';
import type { AnnouncementDate, DayRange } from '../../lib/paper';
import { useWidth } from '../page/use-width';
import { BarsPicture } from './bars-picture';
import { DayTable } from './day-table';
import { dayInWords, rangeInWords } from './day-wording';

interface DayBarsProps {
  /** The days that have a digest, ascending. */
  days: readonly BarCount[];
  /** What is chosen; undefined for all days. */
  range: DayRange | undefined;
  onRange: (range: DayRange | undefined) => void;
  /** Of a range, or of all days, each paper once: several days may list it. */
  countIn: (range: DayRange | undefined) => Counts;
}

/** At the right end of the label's line, for the way to the table. */
const TABLE_ROOM = 56;

/** Papers per day as bars, which are also the way to another day, by pointer and keys; and the same as a table. */
export function DayBars(props: DayBarsProps) {
  const [isTable, setIsTable] = useState(false);
  if (props.days.length === 0) return null;
  return (
    <section class="day-bars" aria-label={t('days_title')}>
      {isTable ? <DayTable {...props} /> : <Bars {...props} />}
      <button type="button" class="link as-table" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
        {t('picture_table')}
      </button>
    </section>
  );
}

function Bars(props: DayBarsProps) {
  const { days, range, countIn } = props;
  const plane = useRef<HTMLDivElement>(null);
  const width = useWidth(plane);
  const layout = useMemo(() => layOutBars(days, Math.max(1, width)), [days, width]);
  const keys = useBarKeys(props);
  const { pointed, dragged, listeners } = usePointer(layout, (to) => {
    props.onRange(to);
    keys.moveTo(to.to);
  });

  const shown = dragged !== undefined && pointed !== undefined ? rangeOf(dragged, pointed) : range;
  const named = pointed ?? (range && range.from === range.to ? range.from : undefined);
  const facts = { layout, days, countIn };
  const label =
    dragged === undefined && named !== undefined ? dayInWords(named, facts) : rangeInWords(shown, facts);
  return (
    <div
      class="bars"
      ref={plane}
      role="slider"
      tabIndex={0}
      aria-label={t('days_title')}
      aria-valuemin={0}
      aria-valuemax={days.length - 1}
      aria-valuenow={keys.place}
      aria-valuetext={
        range && range.from !== range.to ? rangeInWords(range, facts) : dayInWords(keys.at, facts)
      }
      aria-describedby="days-keys"
      onKeyDown={keys.onKeyDown}
      {...listeners}
    >
      <Label text={label} x={labelPlace(layout, named, shown)} width={width} />
      <BarsPicture layout={layout} width={width} shown={shown} pointed={named} />
      <div class="months" aria-hidden="true">
        {layout.months.map(({ date, x }) => (
          <span key={date} style={{ left: `${x}px` }}>
            {printMonth(date)}
          </span>
        ))}
      </div>
      <p id="days-keys" hidden>
        {t('days_keys')}
      </p>
    </div>
  );
}

/** Moving along the days that have a digest, and with Shift over a stretch of them. */
function useBarKeys({ days, range, onRange }: DayBarsProps) {
  const dates = useMemo(() => days.map(({ date }) => date), [days]);
  const [cursor, setCursor] = useState<AnnouncementDate>();
  /** Where a range that the keys stretch is held. */
  const held = useRef<AnnouncementDate>();
  const at = cursor !== undefined && dates.includes(cursor) ? cursor : (range?.to ?? dates.at(-1) ?? '');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = dayAfterKey(dates, at, event.key);
    if (next !== undefined) {
      if (!event.shiftKey) held.current = undefined;
      else held.current ??= at;
      setCursor(next);
      onRange(rangeOf(held.current ?? next, next));
    } else if (event.key === 'Escape' && range) onRange(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    /** The day from which the keys go on, and which of all it is. */
    at,
    place: Math.max(0, dates.indexOf(at)),
    moveTo: (date: AnnouncementDate) => setCursor(dates.findLast((day) => day <= date) ?? dates[0]),
    onKeyDown,
  };
}

/** Pointing at days, and dragging over them. */
function usePointer(layout: BarsLayout, onRange: (range: DayRange) => void) {
  const [pointed, setPointed] = useState<AnnouncementDate>();
  const [dragged, setDragged] = useState<AnnouncementDate>();
  const dayUnder = ({ clientX, currentTarget }: PointerEvent): AnnouncementDate =>
    dayAt(layout, clientX - ((currentTarget as Element | null)?.getBoundingClientRect().left ?? 0));
  const listeners = {
    onPointerDown(event: PointerEvent & { currentTarget: Element }) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(dayUnder(event));
      setPointed(dayUnder(event));
    },
    onPointerMove: (event: PointerEvent) => setPointed(dayUnder(event)),
    onPointerUp(event: PointerEvent) {
      if (dragged === undefined) return;
      onRange(wholeBars(layout, rangeOf(dragged, dayUnder(event))));
      setDragged(undefined);
    },
    onPointerCancel: () => setDragged(undefined),
    onPointerLeave: () => dragged === undefined && setPointed(undefined),
  };
  return { pointed, dragged, listeners };
}

function labelPlace(
  layout: BarsLayout,
  named: AnnouncementDate | undefined,
  shown: DayRange | undefined,
): number {
  const range = named === undefined ? shown : { from: named, to: named };
  return range ? edgesOf(layout, range)[0] : 0;
}

function Label({ text, x, width }: { text: string; x: number; width: number }) {
  // To the left of its day where it would leave the page on the right.
  const place = x > width / 2 ? { right: `${Math.max(TABLE_ROOM, width - x)}px` } : { left: `${x}px` };
  return (
    <p class="day-label" style={place} aria-hidden="true">
      {text}
    </p>
  );
}
