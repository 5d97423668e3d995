import { t } from '../lib/i18n/translate';
import { element } from './element';

export interface ListSummaryProps {
  /** Distinct papers of the list, those of them that are in a digest, and those among these that are unread. */
  listed: number;
  inDigest: number;
  unread: number;
  onNext: () => void;
}

/** What stands above a list: how many of its papers are in a digest, and the way to the next that is unread. */
export function listSummary({ listed, inDigest, unread, onNext }: ListSummaryProps): HTMLElement {
  const next = element('button', { type: 'button', id: 'next' }, t('page_nextUnread'));
  next.addEventListener('click', onNext);
  return element(
    'p',
    { class: 'summary' },
    element('strong', {}, t('page_inYourDigests', inDigest, listed)),
    element('span', {}, ` · ${t('page_unread', unread)} · `),
    ...(unread > 0 ? [next, element('span', {}, ' · ')] : []),
    element('span', {}, t('page_ourName')),
  );
}
