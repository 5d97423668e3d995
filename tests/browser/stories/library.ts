import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { violations } from '../axe';
import { downloaded } from '../downloads';
import { type Story, story } from '../story';
import type { BrowserUnderTest, Tab } from '../under-test';
import { eventually, until } from '../until';
import { importSample } from './abs-page';

/** What a page of the extension has of the browser's own API. */
interface Api {
  storage: { local: { set(values: object): Promise<void> } };
}

export async function openLibrary(browser: BrowserUnderTest, text: string): Promise<Tab> {
  const tab = await browser.openTab();
  await tab.goto(browser.extensionUrl(`library.html?q=${encodeURIComponent(text)}`));
  await until('the library has answered', () =>
    tab.evaluate(() => (document.querySelector('[role=status]')?.textContent ?? '') !== ''),
  );
  return tab;
}

function found(tab: Tab): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('article')].map((article) => article.dataset['arxivId'] ?? ''),
  );
}

/** A paper of the sample. */
const NOTED = '2504.05309';

/** Runs in a page of the extension: as a restore leaves a paper with notes of two browsers. */
async function writeTwoNotes(id: string): Promise<void> {
  const open = indexedDB.open('digest-lens');
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.addEventListener('success', () => resolve(open.result));
  });
  const writing = db.transaction(['readingStates', 'readingStamps'], 'readwrite');
  writing.objectStore('readingStates').put({ id, note: 'at work', changedAt: 2 });
  writing.objectStore('readingStamps').put({
    id,
    notes: [
      { text: 'at home', at: '000000001.0000.home' },
      { text: 'at work', at: '000000002.0000.work' },
    ],
  });
  await new Promise((resolve) => writing.addEventListener('complete', resolve));
  db.close();
}

/** The paper that is found first, if any is. */
async function firstFound(browser: BrowserUnderTest, text: string): Promise<string | undefined> {
  const tab = await openLibrary(browser, text);
  await until(`${text} finds something`, async () => (await found(tab)).length > 0);
  return (await found(tab))[0];
}

const address = (tab: Tab): Promise<string> =>
  tab.evaluate(() => decodeURIComponent(location.search.replaceAll('+', ' ')));

const says = (tab: Tab, what: RegExp): Promise<void> =>
  eventually(async () => assert.match(await tab.evaluate(() => document.body.innerText), what));

/** Types letter by letter, as the keys of a list would hear it too. */
async function type(tab: Tab, text: string): Promise<void> {
  for (const letter of text) await tab.press(letter);
}

const focus = (tab: Tab, selector: string): Promise<void> =>
  tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);

async function clean(tab: Tab, what: string): Promise<void> {
  for (const isDark of [false, true]) {
    await tab.dark(isDark);
    await eventually(async () =>
      assert.deepEqual(await violations(tab), [], `${what}, ${isDark ? 'dark' : 'light'}`),
    );
  }
}

export const libraryStories: Story[] = [
  story('the library is searched, read, noted and exported by keyboard alone', async ({ browser }) => {
    await importSample(browser);
    const tab = await openLibrary(browser, '');
    await tab.resize(1440, 900);
    await eventually(async () => assert.equal((await found(tab)).length, 9));
    await clean(tab, 'library');

    await tab.press('/');
    await type(tab, 'search day:2025 ');
    await says(tab, /of 9/);
    await eventually(async () => assert.equal(await address(tab), '?q=day:2025 search'));
    const before = await found(tab);
    await tab.press('Enter');
    await tab.press('s');
    await tab.press('Enter');
    await eventually(async () =>
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'detail-title'),
    );
    assert.equal(await address(tab), `?q=day:2025 search&paper=${before[0]}`);
    await says(tab, /In 1 digest[^]*Thu 10 Apr 2025[^]*arXiv Daily Report/);

    await focus(tab, '.tags input');
    await type(tab, 'later');
    await tab.press('Enter');
    await focus(tab, '.note');
    await type(tab, 'compare');
    await tab.press('Escape');
    await says(tab, /With a note\s+1[^]*Tags\s+later/);
    await clean(tab, 'a paper');

    await tab.click(() => document.querySelector('.save'));
    await says(tab, /Saved searches\s+day:2025 search\s+\d/);
    await focus(tab, '.list .title');
    await tab.press('v');
    await tab.press('j');
    await tab.press('v');
    await says(tab, /2 selected/);
    await tab.press('m');
    await says(tab, /Unread\s+7/);
    await tab.press('z');
    await says(tab, /Unread\s+9/);
    await tab.click(() => document.querySelector('main .export-menu summary'));
    await tab.click(
      () =>
        [...document.querySelectorAll('main .export-menu button')].find(
          ({ textContent }) => textContent === 'JSON',
        ) ?? null,
    );
    const saved = JSON.parse(readFileSync(await downloaded(browser, /search\.json$/), 'utf8')) as object[];
    assert.equal(saved.length, 2);

    await tab.goto(browser.extensionUrl('library.html?q=tag:later'));
    await eventually(async () => assert.deepEqual(await found(tab), before.slice(0, 1)));
    await tab.goto(browser.extensionUrl('library.html?q=tag:later venue:acl'));
    await says(tab, /venue: is no operator/);
    await says(tab, /No paper matches/);
    await clean(tab, 'nothing found');
    await tab.evaluate(() => {
      const { browser: firefox, chrome } = globalThis as unknown as Record<string, Api | undefined>;
      return (firefox ?? chrome)?.storage.local.set({ language: 'zh-Hans' });
    });
    // The page draws itself anew in the other language.
    await says(tab, /没有符合/);
    await tab.goto(browser.extensionUrl(`library.html?paper=${before[0]}`));
    await says(tab, /论文[^]*全部/);
    await clean(tab, 'Chinese');
  }),

  story('the library finds a paper by words, authors, ids and with a typing error', async ({ browser }) => {
    await importSample(browser);
    for (const text of [
      'query rewrite',
      'author:"Wei Lin"',
      'rewrit',
      'arxiv.org/abs/2504.05309v3',
      'qeury rewrite',
    ]) {
      assert.equal(await firstFound(browser, text), '2504.05309', text);
    }
    await browser.stopWorker();
    assert.equal(
      await firstFound(browser, 'title:stealthrank'),
      '2504.05804',
      'with a worker that has just started',
    );
  }),

  story('the library underlines what it found, and says when that is nothing', async ({ browser }) => {
    await importSample(browser);
    const tab = await openLibrary(browser, 'rewrite');
    await until('words are marked', () =>
      tab.evaluate(
        () => document.querySelector('mark')?.textContent?.toLowerCase().startsWith('rewrit') ?? false,
      ),
    );
    const nothing = await openLibrary(browser, 'xylophone');
    assert.deepEqual(await found(nothing), []);
    await eventually(async () =>
      assert.match(await nothing.evaluate(() => document.body.innerText), /No paper of your digests/),
    );
  }),

  story('of a note that was written in two places both stay until one is picked', async ({ browser }) => {
    await importSample(browser);
    const tab = await browser.openTab();
    await tab.goto(browser.extensionUrl('options.html'));
    await tab.evaluate(writeTwoNotes, NOTED);
    await tab.goto(browser.extensionUrl(`library.html?paper=${NOTED}`));
    await says(tab, /written elsewhere/);
    const shown = await tab.evaluate(() => [
      document.querySelector<HTMLTextAreaElement>('.note')?.value ?? '',
      ...[...document.querySelectorAll('.note-versions bdi')].map(({ textContent }) => textContent),
    ]);
    assert.deepEqual(shown, ['at work', 'at home']);
    await tab.click(() => document.querySelector('.note-versions blockquote button'));
    await eventually(async () =>
      assert.deepEqual(
        await tab.evaluate(() => [
          document.querySelector<HTMLTextAreaElement>('.note')?.value,
          document.querySelectorAll('.note-versions').length,
        ]),
        ['at home', 0],
      ),
    );
    await eventually(async () => {
      await tab.goto(browser.extensionUrl(`library.html?paper=${NOTED}`));
      await until('the note is shown again', () =>
        tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('.note')?.value === 'at home'),
      );
      assert.equal(await tab.evaluate(() => document.querySelectorAll('.note-versions').length), 0);
    });
  }),
];
