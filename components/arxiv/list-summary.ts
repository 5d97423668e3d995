import { t } from '../../lib/i18n/translate';
import { element } from './element';
import { pressable } from './state-buttons';

export interface ListSummaryProps {
  /** Distinct papers of the list, those of them that are in a digest, and those among these that are unread. */
  listed: number;
  inDigest: number;
  unread: number;
  onNext: () => void;
  onSilence: () => void;
  onSwitchOff: () => void;
}

/**
 * What stands above a list: how many of its papers are in a digest, and the way to the next one that is unread. The
 * count opens a menu; where there is little room, it stands without its words.
 */
export function listSummary(props: ListSummaryProps): HTMLElement[] {
  const { listed, inDigest, unread, onNext, onSilence, onSwitchOff } = props;
  const menu = element(
    'button',
    { type: 'button', id: 'menu', class: 'lens', popovertarget: 'choices' },
    element(
      'strong',
      {},
      element('span', {}, `${t('page_inYourDigests')} `),
      element('span', {}, t('page_ofListed', inDigest, listed)),
    ),
  );
  const choices = element(
    'div',
    { id: 'choices', popover: '' },
    pressable('silence', onSilence, {}, t('page_silence')),
    pressable('off', onSwitchOff, {}, t('page_switchOff')),
  );
  choices.addEventListener('beforetoggle', () => {
    const { left, bottom } = menu.getBoundingClientRect();
    choices.style.inset = `${bottom + scrollY}px auto auto min(${left + scrollX}px, 100% - 150px)`;
  });
  const line = element(
    'p',
    { class: 'summary', title: t('page_ourName') },
    menu,
    element('span', {}, ` · ${t('page_unread', unread)}`),
    unread > 0 && element('span', {}, ' · ', pressable('next', onNext, {}, t('page_nextUnread'))),
    element('span', {}, ` · ${t('page_ourName')}`),
  );
  return [line, choices];
}
