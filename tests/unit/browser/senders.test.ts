import { describe, expect, test } from 'vitest';
import type { MessageName } from '../../../lib/browser/messages';
import { admitted, createAllowance, mayHear, type Sender } from '../../../lib/browser/senders';

const OWN: Sender = { url: 'chrome-extension://abc/library.html', isOwn: true };
const ABS: Sender = { url: 'https://arxiv.org/abs/2504.05309v2', tab: 1, isOwn: false };
const LIST: Sender = { url: 'https://arxiv.org/list/cs.IR/new', tab: 1, isOwn: false };
const PLAIN: Sender = { ...ABS, url: 'http://arxiv.org/abs/2504.05309' };
const OTHER: Sender = { url: 'https://arxiv.org.example.org/abs/2504.05309', tab: 2, isOwn: false };
const OTHER_EXTENSION: Sender = { url: 'chrome-extension://xyz/page.html', isOwn: false };
const SENDERS = { OWN, ABS, LIST, PLAIN, OTHER, OTHER_EXTENSION };

const PAPER = { id: '2504.05309', title: 'IterQR', authors: ['A'] };
const STATE = { id: '2504.05309', read: true, changedAt: 1 };

/** A right question of each message, and who may ask it. */
const RIGHT: Record<MessageName, [question: unknown, senders: (keyof typeof SENDERS)[]]> = {
  wake: [undefined, ['OWN']],
  marks: [{ kind: 'abs', address: ABS.url, ids: ['2504.05309'] }, ['OWN', 'ABS', 'LIST']],
  silence: [ABS.url, ['OWN', 'ABS', 'LIST']],
  openDay: ['2025-04-10', ['OWN', 'ABS', 'LIST']],
  related: [PAPER, ['OWN', 'ABS']],
  closeness: [['2504.05309'], ['OWN']],
  changeReading: [{ ids: ['2504.05309'], change: { read: true } }, ['OWN', 'ABS', 'LIST']],
  putBackReading: [[STATE], ['OWN']],
  settings: [undefined, ['OWN']],
  changeSettings: [{ pagesOff: ['abs'] }, ['OWN', 'ABS', 'LIST']],
  restore: [undefined, ['OWN']],
  deleteDigests: [['2025-04-10||'], ['OWN']],
  deleteEverything: [undefined, ['OWN']],
};

describe.each(Object.entries(RIGHT))('%s', (name, [question, senders]) => {
  test.each(Object.entries(SENDERS))('asked by %s', (who, sender) => {
    const isAdmitted = admitted(name as MessageName, question, sender) !== undefined;
    expect(isAdmitted).toBe(senders.includes(who as keyof typeof SENDERS));
  });
});

test.each<[string, MessageName, unknown, Sender]>([
  ['related papers of another paper than the address’s', 'related', { ...PAPER, id: '2504.05314' }, ABS],
  [
    'several papers changed at once by a page of arXiv',
    'changeReading',
    { ids: ['2504.05309', '2504.05314'], change: { read: true } },
    ABS,
  ],
  ['a note written by a page of arXiv', 'changeReading', { ids: ['2504.05309'], change: { note: 'x' } }, ABS],
  ['saved searches changed by a page of arXiv', 'changeSettings', { savedSearches: ['x'] }, ABS],
  ['a kind of page that there is not', 'changeSettings', { pagesOff: ['all'] }, ABS],
  ['kinds of page that are no list', 'changeSettings', { pagesOff: 5 }, ABS],
  ['another site silenced', 'silence', 'https://example.org/', ABS],
  [
    'more papers than a page lists',
    'marks',
    { kind: 'list', address: LIST.url, ids: Array.from({ length: 3001 }, () => '2504.05309') },
    LIST,
  ],
  ['an id with a version', 'marks', { kind: 'abs', address: ABS.url, ids: ['2504.05309v1'] }, ABS],
  ['a day that no calendar has', 'openDay', '2025-99-99', ABS],
  ['a state with a flag that is a text', 'putBackReading', [{ ...STATE, read: 'yes' }], OWN],
  ['ids that are no list', 'closeness', { length: 1 }, OWN],
])('%s is not answered', (_what, name, question, sender) => {
  expect(admitted(name, question, sender)).toBeUndefined();
});

test('a page of arXiv hears of marks and related papers alone', () => {
  const heard = (sender: Sender) =>
    (Object.keys(RIGHT) as MessageName[]).filter((name) => mayHear(name, sender));
  expect(heard(ABS)).toEqual(['marks', 'related']);
  expect(heard(OWN)).toEqual(Object.keys(RIGHT));
});

test('a tab may ask about so many papers a minute, and again in the next', () => {
  let now = 0;
  const allows = createAllowance(() => now);
  expect([allows(1, 3000), allows(1, 3000), allows(1, 1), allows(2, 3000)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = 60_000;
  expect(allows(1, 3000)).toBe(true);
});
