import { useMemo, useRef, useState } from 'preact/hooks';
import { printDay, printMonth } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import {
  type Bar,
  type BarCount,
  barOf,
  type BarsLayout,
  type Counts,
  dayAfterKey,
  dayAt,
  daysIn,
  edgesOf,
  layOutBars,
  rangeOf,
} from '../../lib/lists/day-bars';
import type { AnnouncementDate, DayRange } from '../../lib/paper';
import { useWidth } from '../page/use-width';

export interface DayBarsProps {
  /** The days that have a digest, ascending. */
  days: readonly BarCount[];
  /** What is chosen; undefined for all days. */
  range: DayRange | undefined;
  onRange: (range: DayRange | undefined) => void;
  /** Of a range, or of all days, each paper once: a paper may be reported on several days. */
  countIn: (range: DayRange | undefined) => Counts;
}

const BARS_HEIGHT = 52;
const TICKS_HEIGHT = 8;
/** A digest without papers is still seen. */
const LEAST_BAR = 1.5;
const LEAST_TICK = 3;
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

function Bars({ days, range, onRange, countIn }: DayBarsProps) {
  const plane = useRef<HTMLDivElement>(null);
  const width = useWidth(plane);
  const layout = useMemo(() => layOutBars(days, Math.max(1, width)), [days, width]);
  const dates = useMemo(() => days.map(({ date }) => date), [days]);
  const [pointed, setPointed] = useState<AnnouncementDate>();
  const [dragged, setDragged] = useState<AnnouncementDate>();
  // The day from which the keys go on, and where a range that they stretch is held.
  const [cursor, setCursor] = useState<AnnouncementDate>();
  const held = useRef<AnnouncementDate>();

  const shown = dragged !== undefined && pointed !== undefined ? rangeOf(dragged, pointed) : range;
  const at = cursor !== undefined && dates.includes(cursor) ? cursor : (range?.to ?? dates.at(-1) ?? '');
  const named = pointed ?? (range && range.from === range.to ? range.from : undefined);
  const label = dragged === undefined && named !== undefined ? dayLabel(named) : rangeLabel(shown);

  /** `Wed 9 Apr 2025 · 185 papers, 2 match, 120 unread`, or that there is no digest. */
  function dayLabel(date: AnnouncementDate): string {
    const bar = barOf(layout, date);
    if (bar && bar.from !== bar.to) return rangeLabel(bar);
    const day = days.find((each) => each.date === date);
    return day ? `${printDay(date)} · ${countsOf(day)}` : t('days_none', printDay(date));
  }

  function rangeLabel(of: DayRange | undefined): string {
    const { from, to } = within(layout, of);
    if (from === to) return dayLabel(from);
    const between = t('days_between', printDay(from), printDay(to));
    return [between, tn('days_listed', daysIn(days, { from, to })), countsOf(countIn(of))].join(' · ');
  }

  function choose(from: AnnouncementDate, to: AnnouncementDate): void {
    const chosen = rangeOf(from, to);
    onRange(chosen);
    setCursor(dates.findLast((date) => date <= to) ?? dates[0]);
  }

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

  const dayUnder = ({ clientX }: MouseEvent): AnnouncementDate =>
    dayAt(layout, clientX - (plane.current?.getBoundingClientRect().left ?? 0));

  /** What stands for a day where a bar stands for more than one: all days of the bar. */
  const wholeBar = (date: AnnouncementDate): DayRange => barOf(layout, date) ?? { from: date, to: date };

  return (
    <div
      class="bars"
      ref={plane}
      role="slider"
      tabIndex={0}
      aria-label={t('days_title')}
      aria-valuemin={0}
      aria-valuemax={dates.length - 1}
      aria-valuenow={Math.max(0, dates.indexOf(at))}
      aria-valuetext={range && range.from !== range.to ? rangeLabel(range) : dayLabel(at)}
      aria-describedby="days-keys"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(dayUnder(event));
        setPointed(dayUnder(event));
      }}
      onPointerMove={(event) => setPointed(dayUnder(event))}
      onPointerUp={(event) => {
        if (dragged === undefined) return;
        const until = dayUnder(event);
        const { from, to } = rangeOf(dragged, until);
        choose(wholeBar(from).from, wholeBar(to).to);
        setDragged(undefined);
      }}
      onPointerCancel={() => setDragged(undefined)}
      onPointerLeave={() => dragged === undefined && setPointed(undefined)}
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

/** What is chosen may begin before the first day and end after the last. */
function within({ first, last }: BarsLayout, range: DayRange | undefined): DayRange {
  if (!range) return { from: first, to: last };
  return { from: range.from < first ? first : range.from, to: range.to > last ? last : range.to };
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

interface PictureProps {
  layout: BarsLayout;
  width: number;
  shown: DayRange | undefined;
  pointed: AnnouncementDate | undefined;
}

function BarsPicture({ layout, width, shown, pointed }: PictureProps) {
  const inside = (bar: Bar) => !shown || (bar.to >= shown.from && bar.from <= shown.to);
  const marked = pointed === undefined ? undefined : barOf(layout, pointed);
  const most = Math.max(1, ...layout.bars.map(({ matches = 0 }) => matches));
  const barPath = (bars: readonly Bar[]) =>
    bars
      .map(({ x, width: wide, papers }) => {
        const height = Math.max(LEAST_BAR, (papers / layout.most) * BARS_HEIGHT);
        return `M${x.toFixed(2)},${BARS_HEIGHT}v${-height.toFixed(1)}h${wide.toFixed(2)}v${height.toFixed(1)}z`;
      })
      .join('');
  const tickPath = (bars: readonly Bar[]) =>
    bars
      .filter(({ matches = 0 }) => matches > 0)
      .map(({ x, width: wide, matches = 0 }) => {
        const height = LEAST_TICK + (matches / most) * (TICKS_HEIGHT - LEAST_TICK);
        return `M${x.toFixed(2)},${BARS_HEIGHT + 3}v${height.toFixed(1)}h${Math.max(2, wide).toFixed(2)}v${-height.toFixed(1)}z`;
      })
      .join('');
  const edges = shown && edgesOf(layout, shown);
  return (
    <svg width={width} height={BARS_HEIGHT + 4 + TICKS_HEIGHT} aria-hidden="true">
      <path class="bar outside" d={barPath(layout.bars.filter((bar) => !inside(bar)))} />
      <path class="bar" d={barPath(layout.bars.filter(inside))} />
      {marked && <path class="bar marked" d={barPath([marked])} />}
      <path class="base" d={`M0,${BARS_HEIGHT + 0.5}h${width}`} />
      <path class="tick outside" d={tickPath(layout.bars.filter((bar) => !inside(bar)))} />
      <path class="tick" d={tickPath(layout.bars.filter(inside))} />
      {edges && shown.from !== shown.to && (
        <path
          class="edge"
          d={edges.map((x) => `M${x.toFixed(1)},0v${BARS_HEIGHT + 4 + TICKS_HEIGHT}`).join('')}
        />
      )}
    </svg>
  );
}

function countsOf({ papers, unread, matches }: Counts): string {
  const counts = [
    tn('papers', papers),
    ...(matches === undefined ? [] : [tn('days_matches', matches)]),
    tn('days_unread', unread),
  ];
  return counts.join(t('picture_comma'));
}

function DayTable({ days, range, onRange }: DayBarsProps) {
  const hasMatches = days.some(({ matches }) => matches !== undefined);
  return (
    <div class="day-table" tabIndex={0} role="region" aria-label={t('days_title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('days_day')}</th>
            <th scope="col" class="number">
              {t('days_papers')}
            </th>
            {hasMatches && (
              <th scope="col" class="number">
                {t('days_matching')}
              </th>
            )}
            <th scope="col" class="number">
              {t('days_unreadOnes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ date, papers, unread, matches }) => (
            <tr key={date}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  aria-pressed={range !== undefined && range.from <= date && date <= range.to}
                  onClick={() => onRange({ from: date, to: date })}
                >
                  {printDay(date)}
                </button>
              </th>
              <td class="number">{papers}</td>
              {hasMatches && <td class="number">{matches ?? 0}</td>}
              <td class="number">{unread}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
