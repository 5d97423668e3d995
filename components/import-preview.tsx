import { localToday } from '../lib/announcement-date';
import { printDay } from '../lib/print-day';
import type { AnnouncementDate, Problem } from '../lib/paper';
import type { ReadDigest, StoredReading } from '../lib/store/schema';

/** More rows than anyone reads: the rest is told as a number. */
const ROWS_SHOWN = 200;
const PROBLEMS_SHOWN = 4;

export interface ImportPreviewProps {
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
                <th>File</th>
                <th>Format</th>
                <th>Announcement date</th>
                <th class="number">Papers</th>
                <th class="number">New</th>
                <th class="number">Known</th>
                <th>Skipped, and why</th>
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
          {rest > 0 && <p class="hint">and {rest} more files</p>}
        </div>
      )}
      {others.length > 0 && <PassedOver readings={others} />}
    </>
  );
}

/** Files that are no digests: a count, and on request their names and why. */
function PassedOver({ readings }: { readings: readonly StoredReading[] }) {
  const rest = readings.length - ROWS_SHOWN;
  return (
    <details class="passed-over">
      <summary>
        {readings.length === 1 ? '1 file is no digest' : `${readings.length} files are no digests`}
      </summary>
      <ul>
        {readings.slice(0, ROWS_SHOWN).map(({ position, path, problems }) => (
          <li key={position}>
            {path}: {problems[0]?.message ?? 'No arXiv paper found in this file.'}
          </li>
        ))}
        {rest > 0 && <li>and {rest} more</li>}
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
      <td>{format?.replaceAll('-', ' ') ?? 'not known'}</td>
      <td>
        {digests.length > 0 && (
          <DateCell digests={digests} proposal={localToday(new Date(modifiedAt))} onDate={onDate} />
        )}
      </td>
      <td class="number">{papers}</td>
      <td class="number">{newPapers}</td>
      <td class="number">{papers - newPapers}</td>
      <td>
        <Problems problems={problems} />
      </td>
    </tr>
  );
}

function digestName(digest: ReadDigest | undefined): string {
  return [digest?.title, digest?.subject].filter(Boolean).join(', ');
}

interface DateCellProps {
  digests: readonly ReadDigest[];
  proposal: AnnouncementDate;
  onDate: (date: AnnouncementDate) => void;
}

const ORIGIN = { content: 'from the text', path: 'from the path', reader: 'set by you' };

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
          <span class="small">Set a date: </span>
          <input type="date" name="date" required value={proposal} />
        </label>{' '}
        <button class="link">Use this date</button>
        <p class="small">none in the file or its name; proposed is the day the file was changed</p>
      </form>
    );
  }
  if (digests.length > 1) return <>{digests.length} days, from the text</>;
  if (digest.stored) return <time dateTime={digest.date}>{printDay(digest.date)}</time>;
  return (
    <>
      <input
        type="date"
        aria-label="Announcement date"
        value={digest.date}
        onChange={({ currentTarget }) => currentTarget.value && onDate(currentTarget.value)}
      />
      <p class="small">{digest.dateFrom && ORIGIN[digest.dateFrom]}</p>
    </>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const rest = problems.length - PROBLEMS_SHOWN;
  return (
    <ul class="problems">
      {problems.slice(0, PROBLEMS_SHOWN).map(({ line, message }) => (
        <li key={`${line}${message}`}>{line === undefined ? message : `Line ${line}: ${message}`}</li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}
