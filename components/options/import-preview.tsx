import { localToday } from '../../lib/days/calendar';
import { printDay } from '../../lib/days/print';
import { listed, printNumber, t, tn } from '../../lib/i18n/translate';
import { problemInWords } from '../../lib/import/wording';
import type { AnnouncementDate, Problem } from '../../lib/paper';
import type { ReadDigest, StoredReading } from '../../lib/store/records';

/** More rows than anyone reads; of the others only their number is told. */
const ROWS_SHOWN = 200;
const PROBLEMS_SHOWN = 4;

interface ImportPreviewProps {
  readings: readonly StoredReading[];
  onDate: (position: number, date: AnnouncementDate) => void;
}

/** One file a row: what it is, of which day and how we know, what it would add, and what could not be read. */
export function ImportPreview({ readings, onDate }: ImportPreviewProps) {
  const digestFiles = readings.filter((reading) => reading.digests.length > 0);
  const others = readings.filter((reading) => reading.digests.length === 0);
  const rest = digestFiles.length - ROWS_SHOWN;
  return (
    <>
      {digestFiles.length > 0 && (
        <div class="files">
          <table>
            <thead>
              <tr>
                <th>{t('import_file')}</th>
                <th>{t('import_format')}</th>
                <th>{t('import_date')}</th>
                <th class="number">{t('import_papers')}</th>
                <th class="number">{t('import_new')}</th>
                <th class="number">{t('import_known')}</th>
                <th>{t('import_skipped')}</th>
              </tr>
            </thead>
            <tbody>
              {digestFiles.slice(0, ROWS_SHOWN).map((reading) => (
                <FileRow
                  key={reading.position}
                  reading={reading}
                  onDate={(date) => onDate(reading.position, date)}
                />
              ))}
            </tbody>
          </table>
          {rest > 0 && <p class="hint">{tn('import_moreFiles', rest)}</p>}
        </div>
      )}
      {others.length > 0 && <PassedOver readings={others} />}
    </>
  );
}

/** Files that are no digests: how many they are, and on request their names and the reasons. */
function PassedOver({ readings }: { readings: readonly StoredReading[] }) {
  const rest = readings.length - ROWS_SHOWN;
  return (
    <details class="passed-over">
      <summary>{tn('import_noDigests', readings.length)}</summary>
      <ul>
        {readings.slice(0, ROWS_SHOWN).map(({ position, path, problems }) => (
          <li key={position}>{t('import_fileProblem', path, problemInWords(problems[0]))}</li>
        ))}
        {rest > 0 && <li>{t('import_more', rest)}</li>}
      </ul>
    </details>
  );
}

function FileRow({ reading, onDate }: { reading: StoredReading; onDate: (date: AnnouncementDate) => void }) {
  const { path, format, digests, problems, modifiedAt } = reading;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const papers = new Set(digests.flatMap((digest) => digest.ids)).size;
  const newPapers = digests.reduce((sum, digest) => sum + digest.newPapers, 0);
  return (
    <tr>
      <td>
        <p class="name">{name}</p>
        <p class="small">{path.slice(0, -name.length - 1)}</p>
        {digests.length === 1 && <p class="small">{digestName(digests[0])}</p>}
      </td>
      <td>{formatName(format)}</td>
      <td>
        {digests.length > 0 && (
          <DateCell digests={digests} proposal={localToday(new Date(modifiedAt))} onDate={onDate} />
        )}
      </td>
      <td class="number">{printNumber(papers)}</td>
      <td class="number">{printNumber(newPapers)}</td>
      <td class="number">{printNumber(papers - newPapers)}</td>
      <td>
        <Problems problems={problems} />
      </td>
    </tr>
  );
}

/** The names of formats that are the same in every language. */
const PROPER_NAMES: Readonly<Record<string, string>> = {
  bibtex: 'BibTeX',
  csv: 'CSV',
  feed: 'RSS, Atom',
  html: 'HTML',
  json: 'JSON',
  'json-lines': 'JSON Lines',
  markdown: 'Markdown',
  ris: 'RIS',
  xml: 'XML',
  yaml: 'YAML',
};

function formatName(format: string | undefined): string {
  switch (format) {
    case undefined:
      return t('import_formatUnknown');
    case 'title-table':
      return t('import_formatTitleTable');
    case 'sections':
      return t('import_formatSections');
    case 'mail':
      return t('import_formatMail');
    case 'message':
      return t('import_formatMessage');
    default:
      return PROPER_NAMES[format] ?? format.replaceAll('-', ' ');
  }
}

function digestName(digest: ReadDigest | undefined): string {
  const { title, subject } = digest ?? {};
  return listed(title?.toLowerCase() === subject?.toLowerCase() ? [title] : [title, subject]);
}

interface DateCellProps {
  digests: readonly ReadDigest[];
  proposal: AnnouncementDate;
  onDate: (date: AnnouncementDate) => void;
}

const ORIGIN = {
  content: 'import_dateFromText',
  path: 'import_dateFromPath',
  reader: 'import_dateFromReader',
} as const;

function DateCell({ digests, proposal, onDate }: DateCellProps) {
  const [digest] = digests;
  if (digest?.date === undefined || digests.some(({ date }) => date === undefined)) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const date = new FormData(event.currentTarget).get('date');
          if (typeof date === 'string' && date !== '') onDate(date);
        }}
      >
        <label>
          <span class="small">{t('import_setDate')} </span>
          <input type="date" name="date" required value={proposal} />
        </label>{' '}
        <button class="link">{t('import_useDate')}</button>
        <p class="small">{t('import_noDate')}</p>
      </form>
    );
  }
  if (digests.length > 1) return <>{tn('import_daysFromText', digests.length)}</>;
  if (digest.stored) return <time dateTime={digest.date}>{printDay(digest.date)}</time>;
  return (
    <>
      <input
        type="date"
        aria-label={t('import_date')}
        value={digest.date}
        onChange={({ currentTarget }) => currentTarget.value && onDate(currentTarget.value)}
      />
      <p class="small">{digest.dateFrom && t(ORIGIN[digest.dateFrom])}</p>
    </>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const rest = problems.length - PROBLEMS_SHOWN;
  const skipped = problems.filter(({ line }) => line !== undefined).length;
  return (
    <ul class="problems">
      {(skipped > 0 || problems.length === 0) && <li>{printNumber(skipped)}</li>}
      {problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
        <li key={`${problem.line} ${problem.code}`}>{problemInWords(problem)}</li>
      ))}
      {rest > 0 && <li>{t('import_more', rest)}</li>}
    </ul>
  );
}
