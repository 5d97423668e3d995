import { useState } from 'preact/hooks';
import { printDay } from '../../lib/days/print';
import { t, tn } from '../../lib/i18n/translate';
import type { AnnouncementDate } from '../../lib/paper';
import type { DigestOfDay } from '../../lib/store/views/digests-of-day';

interface DeletionProps {
  /** The days of the first and the last digest. */
  from: AnnouncementDate;
  to: AnnouncementDate;
  day: AnnouncementDate;
  digests: readonly DigestOfDay[];
  /** What was deleted during this visit, by name. */
  deleted: readonly string[];
  /** A copy is being made, something is deleted or put back. */
  isBusy: boolean;
  /** What is being done, or why it could not be. */
  said: string | undefined;
  onDay: (day: AnnouncementDate) => void;
  onDelete: (keys: string[], name: string) => void;
  onEverything: () => void;
  onPutBack: (name: string) => void;
}

/** Deletes a digest, a day or everything, and puts it back. */
export function Deletion(props: DeletionProps) {
  const { from, to, day, digests, deleted, isBusy, said } = props;
  const { onDay, onDelete, onEverything, onPutBack } = props;
  return (
    <section class="deletion" aria-labelledby="deletion" data-busy={isBusy}>
      <h3 id="deletion">{t('delete_title')}</h3>
      <p class="lead">{t('delete_lead')}</p>
      <p class="actions">
        <label>
          {t('delete_day')}{' '}
          <input
            type="date"
            value={day}
            min={from}
            max={to}
            onChange={({ currentTarget }) => currentTarget.value && onDay(currentTarget.value)}
          />
        </label>
        <span class="hint">{t(digests.length === 0 ? 'delete_none' : 'delete_stays')}</span>
      </p>
      <ul>
        {digests.map((digest) => (
          <li key={digest.key} class="actions">
            <button
              type="button"
              class="button"
              aria-label={t('delete_named', nameOf(digest, day))}
              disabled={isBusy}
              onClick={() => onDelete([digest.key], nameOf(digest, day))}
            >
              {t('delete_digest')}
            </button>
            {nameOf(digest, day)} <span class="hint">{tn('papers', digest.papers)}</span>
          </li>
        ))}
      </ul>
      <p class="actions">
        {digests.length > 1 && (
          <button
            type="button"
            class="button"
            disabled={isBusy}
            onClick={() =>
              onDelete(
                digests.map(({ key }) => key),
                printDay(day),
              )
            }
          >
            {t('delete_wholeDay')}
          </button>
        )}
        <Everything isBusy={isBusy || from === ''} onEverything={onEverything} />
      </p>
      <p role="status">{said}</p>
      <ul>
        {deleted.map((name) => (
          <li key={name} class="actions">
            {t('delete_done', name)}
            <button
              type="button"
              class="button"
              aria-label={t('delete_putBackNamed', name)}
              disabled={isBusy}
              onClick={() => onPutBack(name)}
            >
              {t('delete_putBack')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameOf = ({ title, subject }: DigestOfDay, day: AnnouncementDate): string =>
  [title, subject, printDay(day)].filter(Boolean).join(', ');

interface EverythingProps {
  isBusy: boolean;
  onEverything: () => void;
}

/** Asks once more, for the way back ends when the page is closed. */
function Everything({ isBusy, onEverything }: EverythingProps) {
  const [isAsking, setAsking] = useState(false);
  const button = (
    <button
      type="button"
      class="button"
      disabled={isBusy}
      onClick={() => {
        if (isAsking) onEverything();
        setAsking(!isAsking);
      }}
    >
      {t('delete_everything')}
    </button>
  );
  if (!isAsking) return button;
  return (
    <>
      <strong>{t('delete_sure')}</strong>
      {button}
      <button type="button" class="button" onClick={() => setAsking(false)}>
        {t('delete_keep')}
      </button>
    </>
  );
}
