// @vitest-environment happy-dom
import { pressable } from '../../../components/arxiv/state-buttons';
import { type ComponentChild, render } from 'preact';
import { describe, expect, test } from 'vitest';
import { digestMark } from '../../../components/arxiv/digest-mark';
import { listMark } from '../../../components/arxiv/list-mark';
import { paperPanel, type PaperPanelProps } from '../../../components/arxiv/paper-panel';
import { EntryDetails } from '../../../components/paper/entry-details';
import type { DayEntry } from '../../../lib/store/views/day-digest';
import type { MarkedListing } from '../../../lib/store/views/marks';

function show(view: ComponentChild): HTMLElement {
  const root = document.createElement('div');
  render(view, root);
  return root;
}

/** As a reader presses it: `click()` is what a page's own script can do. */
function press(button: Element): void {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  button.dispatchEvent(event);
}

test('a button that a script presses does nothing', () => {
  const pressed: string[] = [];
  const button = pressable('a', () => pressed.push('a'), {}, 'Star');
  button.click();
  button.dispatchEvent(new MouseEvent('click'));
  expect(pressed).toEqual([]);
  press(button);
  expect(pressed).toEqual(['a']);
});

describe('the mark', () => {
  test.each<[string, MarkedListing[], string]>([
    ['one day', [{ date: '2025-04-10', title: 'arXiv Daily Report' }], 'Thu 10 Apr 2025 arXiv Daily Report'],
    [
      'a day with two subjects',
      [
        { date: '2025-04-10', subject: 'IR' },
        { date: '2025-04-10', subject: 'NLP' },
      ],
      'Thu 10 Apr 2025 IR, NLP',
    ],
    [
      'five days',
      ['14', '13', '12', '11', '10'].map((day) => ({ date: `2025-04-${day}`, subject: 'IR' })),
      'Mon 14 Apr 2025 IR Sun 13 Apr 2025 IR 3 more Sat 12 Apr 2025 IR, Fri 11 Apr 2025 IR, Thu 10 Apr 2025 IR',
    ],
  ])('%s', (_case, listings, text) => {
    const line = digestMark({
      mark: { listings },
      onOpen: () => {},
      onDay: () => {},
      onChange: () => {},
    });
    const words = [...line.children].map((child) => child.textContent?.trim()).join(' ');
    expect(words).toBe(`In digest ${text} Star Read Digest Lens`);
  });

  test('leads to a day and changes the state, by buttons that say what they are', () => {
    const asked: unknown[] = [];
    const line = digestMark({
      mark: { listings: [{ date: '2025-04-10', subject: 'IR' }], read: true },
      onOpen: () => asked.push('open'),
      onDay: (day) => asked.push(day),
      onChange: (change) => asked.push(change),
    });
    for (const button of line.querySelectorAll('button')) press(button);
    expect(asked).toEqual(['open', '2025-04-10', { starred: true }, { read: false }]);
  });
});

describe('the mark in a list', () => {
  const on = (day: string): MarkedListing => ({ date: `2025-04-${day}`, subject: 'IR' });

  test.each([
    ['names the last day', { listings: [on('10')] }, 'In digest Thu 10 Apr 2025 · IR'],
    [
      'counts the other days',
      { listings: [on('10'), on('10'), on('09'), on('08')] },
      'In digest Thu 10 Apr 2025 · IR · 2 more days',
    ],
    [
      'tells the state',
      { listings: [on('10')], read: true, starred: true },
      'In digest Thu 10 Apr 2025 · IR · starred, read',
    ],
  ])('%s', (_case, mark, text) => {
    expect(listMark(mark)?.textContent?.trim()).toBe(text);
  });

  test('is none where no digest lists the paper', () => {
    expect(listMark({ listings: [], starred: true })).toBeUndefined();
  });
});

describe('the panel', () => {
  const paper = (id: string) => ({
    id,
    title: 'CAT-ID$^2$: Category-Tree',
    listing: { date: '2025-11-04', subject: 'IR' },
    terms: ['query rewriting', 'e-commerce'],
    authors: ['Wei Lin', 'Xiang Li'],
    state: {},
  });
  const panel = (props: Partial<PaperPanelProps>) =>
    paperPanel({
      mark: { listings: [] },
      related: [paper('2511.00001')],
      folded: false,
      onFold: () => {},
      onDay: () => {},
      onChange: () => {},
      onSilence: () => {},
      ...props,
    });

  test('says why papers are related', () => {
    const root = panel({});
    expect(root.querySelector('li')?.textContent).toBe(
      'CAT-ID²: Category-TreeTue 4 Nov 2025 · IRshares query rewriting, e-commerce · 2 authors in common',
    );
    expect(root.querySelector('a')?.href).toBe('https://arxiv.org/abs/2511.00001');
    expect(root.querySelector('ul')?.getAttribute('aria-label')).toBe('Related papers');
  });

  test('stars a related paper and marks it read, by buttons that name it', () => {
    const changes: unknown[] = [];
    const onChange = (...change: unknown[]) => changes.push(change);
    const root = panel({ related: [{ ...paper('2511.00001'), state: { read: true } }], onChange });
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('li button')];
    expect(
      buttons.map((each) => [each.getAttribute('aria-label'), each.getAttribute('aria-pressed')]),
    ).toEqual([
      ['Star: CAT-ID²: Category-Tree', 'false'],
      ['Read: CAT-ID²: Category-Tree', 'true'],
    ]);
    for (const button of buttons) press(button);
    expect(changes).toEqual([
      [{ starred: true }, '2511.00001'],
      [{ read: false }, '2511.00001'],
    ]);
  });

  test('unfolds more than five on request', () => {
    const related = ['1', '2', '3', '4', '5', '6', '7'].map((last) => paper(`2511.0000${last}`));
    const root = panel({ related });
    expect(root.querySelectorAll('ul[aria-label="Related papers"] li')).toHaveLength(5);
    expect(root.querySelector('summary')?.textContent).toBe('2 more');
  });

  test('says what each digest says, as text', () => {
    const listing = {
      date: '2025-04-10',
      subject: 'IR',
      topics: ['RAG'],
      score: 8,
      tldr: 'Is <b>short</b>.',
    };
    const root = panel({ mark: { listings: [listing] } });
    expect(root.querySelector('.digest')?.textContent).toBe(
      'Thu 10 Apr 2025 · IR · RAG · score 8In short: Is <b>short</b>.',
    );
  });

  test('folded hides its list and keeps its buttons, which tell the state and change it', () => {
    const changes: object[] = [];
    const root = panel({
      mark: { listings: [], starred: true },
      folded: true,
      onChange: (change) => changes.push(change),
    });
    expect(root.querySelector('[hidden] li')).not.toBeNull();
    expect(root.querySelector('[aria-expanded]')?.getAttribute('aria-expanded')).toBe('false');
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('.states [aria-pressed]')];
    expect(buttons.map((each) => [each.textContent, each.getAttribute('aria-pressed')])).toEqual([
      ['Star', 'true'],
      ['Read', 'false'],
      ['Hide', 'false'],
    ]);
    for (const button of buttons) press(button);
    expect(changes).toEqual([{ starred: false }, { read: true }, { hidden: true }]);
  });
});

describe('what a digest says of a paper', () => {
  const entry = (codeUrl: string): DayEntry => ({
    paper: { id: '2504.05309', title: 'IterQR', authors: [] },
    subjects: [],
    tldr: 'Rewrites <b>queries</b>.',
    codeUrl,
  });

  test('is shown as text', () => {
    const root = show(<EntryDetails entry={entry('https://github.com/a/b')} />);
    expect(root.querySelector('b')).toBeNull();
    expect(root.textContent).toContain('In short: Rewrites <b>queries</b>.');
    expect(root.querySelector('a')?.href).toBe('https://github.com/a/b');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'not a link', 'file:///etc/passwd'])(
    'has no link for %s',
    (url) => {
      expect(show(<EntryDetails entry={entry(url)} />).querySelector('a')).toBeNull();
    },
  );
});
