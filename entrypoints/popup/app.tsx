import { useState } from 'preact/hooks';
import { KeyHelp } from '../../components/page/key-help';
import { Calendar } from '../../components/popup/calendar';
import { CatchUp } from '../../components/popup/catch-up';
import type { DayPickerProps } from '../../components/popup/day-picker';
import { Popup } from '../../components/popup/popup';
import { gapBetween } from '../../components/popup/wording';
import { logError } from '../../lib/browser/log-error';
import { openOptions, openPage } from '../../lib/browser/tabs';
import { currentDay, neighbours } from '../../lib/days/calendar';
import { saveList } from '../../lib/export/save-list';
import { t } from '../../lib/i18n/translate';
import { progressSummary } from '../../lib/import/wording';
import { countDay } from '../../lib/lists/day-list';
import type { LastPlace } from '../../lib/lists/last-place';
import type { AnnouncementDate } from '../../lib/paper';
import { countDays, type DayDigest, type DayWithStates } from '../../lib/store/views/day-digest';
import type { ListedPaper } from '../../lib/store/views/listed-papers';
import { createActs } from './acts';
import { DayBody } from './day-body';
import { createPlaceMemory } from './place-memory';
import { type PopupSession, type Sheet, useParts } from './session';
import { useCatchUp } from './use-catch-up';
import { useDay } from './use-day';
import { useDayCount, useDays, useImportAtWork } from './use-days';
import type { LateStore } from './use-late-store';
import { usePopupKeys } from './use-popup-keys';
import { useSaid } from './use-said';
import { useReadingElsewhere, useTriage } from './use-triage';

interface AppProps {
  store: Promise<LateStore>;
  today: AnnouncementDate;
  firstDays: readonly AnnouncementDate[];
  first: DayWithStates;
  place: LastPlace;
}

export function App(props: AppProps) {
  const session = useSession(props);
  const { days, day, catchUp, counts, acts, said, parts, sheet, setSheet, pick } = session;
  const { view } = day;
  const { date } = view.digest;
  const { list, field } = parts;
  return (
    <>
      <Popup
        today={props.today}
        latest={currentDay(days, props.today) ?? date}
        days={dayPicker(session)}
        order={{
          sort: view.sort,
          group: view.group,
          onSort: (sort) => day.choose({ sort }),
          onGroup: (group) => day.choose({ group }),
        }}
        filter={{
          counts,
          show: view.show,
          text: view.text,
          onShow: (show) => day.choose({ show }),
          onType: (text) => day.choose({ text }),
          onLeave() {
            field.current?.blur();
            list.current?.move(1);
          },
        }}
        field={field}
        progress={session.atWork && progressSummary(session.atWork)}
        catchUp={<CatchUp {...catchUp} day={date} onPick={pick} />}
        done={said?.text}
        canUndo={said?.canUndo ?? false}
        onUndo={acts.undo}
        onExport={(format) => saveList({ name: date, papers: papersOf(view.digest) }, format)}
        onLibrary={() => void openPage('library.html')}
        onOptions={() => void openOptions()}
        onHelp={() => setSheet('help')}
      >
        <DayBody {...session} />
        {sheet === 'calendar' && <CalendarSheet {...session} />}
      </Popup>
      {sheet === 'help' && <KeyHelp without={['select']} onClose={() => setSheet(undefined)} />}
    </>
  );
}

/** What there is, what is shown of it, and what the reader can do with it. */
function useSession({ store, today, firstDays, first, place }: AppProps): PopupSession {
  const [memory] = useState(() => createPlaceMemory(place));
  const [said, say] = useSaid();
  const notStored = () => say({ text: t('popup_notStored'), canUndo: false });
  const triage = useTriage(first.states.values(), notStored);
  const days = useDays(store, firstDays, memory);
  const day = useDay({ store, first, memory, triage });
  const { view } = day;
  const { previous, next } = neighbours(days, view.digest.date);
  const previousCount = useDayCount(store, previous);
  const atWork = useImportAtWork(store);
  useReadingElsewhere(store, triage, view.digest);

  const [sheet, setSheet] = useState<Sheet>();
  const parts = useParts();
  const acts = createActs({ view, triage, say, list: parts.list });
  const pick = (picked: AnnouncementDate): void => {
    const show = () => {
      setSheet(undefined);
      say(undefined);
    };
    day.pick(picked).then(show).catch(logError);
  };
  const catchUp = useCatchUp({ days, today, memory, pick });
  usePopupKeys({ isListening: sheet === undefined, parts, previous, next, pick, acts, setSheet });
  const counts = countDay(view.digest.entries, triage.stateOf);
  const shared = { store, today, memory, said, triage, days, day, previous, previousCount, next, atWork };
  return { ...shared, sheet, setSheet, parts, acts, pick, catchUp, counts };
}

function dayPicker({ day, previous, next, parts, sheet, setSheet, pick }: PopupSession): DayPickerProps {
  const { date } = day.view.digest;
  return {
    day: date,
    previous,
    next,
    heading: parts.heading,
    isOpen: sheet === 'calendar',
    gapBefore: gapBetween(previous, date),
    gapAfter: gapBetween(date, next),
    onPick: pick,
    onOpen: () => setSheet(sheet === 'calendar' ? undefined : 'calendar'),
  };
}

function CalendarSheet({ store, today, days, day, parts, setSheet, pick }: PopupSession) {
  return (
    <Calendar
      day={day.view.digest.date}
      today={today}
      days={new Set(days)}
      countsOf={async (month) => countDays((await store).db, month)}
      onPick={pick}
      onClose={() => {
        setSheet(undefined);
        parts.heading.current?.focus();
      }}
    />
  );
}

const papersOf = ({ date, entries }: DayDigest): ListedPaper[] =>
  entries.map(({ paper, categories = [] }) => ({ paper, categories, date }));
