import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE } from '../arxiv-site';
import { openAbsPage } from '../pages/abs-page';
import { openOptionsPage } from '../pages/options-page';
import { absUrl, type Story, story } from '../story';
import { eventually } from '../until';
import { MARKED, outwait } from './abs-page';

const ICON = fileURLToPath(new URL('../../../assets/public/icon-128.png', import.meta.url));

interface BadFile {
  name: string;
  write(path: string): void;
  /** What the reader is told. */
  says: RegExp;
}

const BAD_FILES: BadFile[] = [
  { name: 'nothing.md', write: (path) => writeFileSync(path, ''), says: /empty/i },
  { name: 'picture.md', write: (path) => copyFileSync(ICON, path), says: /picture|image|not text|no text/i },
  {
    name: 'notes.md',
    write: (path) => writeFileSync(path, '# Notes\n\nBuy milk. Read more papers.\n'),
    says: /no arXiv paper/i,
  },
  { name: 'novel.txt', write: writeNovel, says: /no arXiv paper|too large|MB/i },
];

/** 50 MB of a text that goes on and on and names no paper. */
function writeNovel(path: string): void {
  const sentence = 'It was a dark and stormy night, and nobody had read anything for days. ';
  writeFileSync(path, `${sentence.repeat(10)}\n`.repeat(Math.ceil(50e6 / (sentence.length * 10 + 1))));
}

export const importStories: Story[] = [
  story('the sample digest is imported, and importing it again adds nothing', async ({ browser }) => {
    const options = await openOptionsPage(browser);
    assert.equal(await options.state(), 'idle');
    const first = await options.import(SAMPLE);
    assert.match(first, /^Imported 9 papers/);
    assert.match(first, /arXiv Daily Report/);
    assert.match(first, /10 Apr 2025/);
    const again = await options.import(SAMPLE);
    assert.match(again, /^Imported 9 papers/);
    assert.match(again, /nothing new/i);
    await options.tab.goto(browser.extensionUrl('options.html'));
    assert.match(await options.import(SAMPLE), /nothing new/i, 'also when the page is opened anew');
  }),

  story('an import that is undone leaves nothing behind', async ({ browser }) => {
    const options = await openOptionsPage(browser);
    await options.import(SAMPLE);
    const page = await openAbsPage(browser, absUrl(MARKED));
    await page.mark();
    await options.undoLatest();
    await page.tab.goto(absUrl('2504.05314'));
    assert.match(await options.import(SAMPLE), /9 new/);
    await outwait(browser);
    assert.deepEqual(await page.hosts(), [], 'nothing was known when the page was opened');
  }),

  story('what is no digest is refused in a plain sentence, and the page goes on', async (scene) => {
    const options = await openOptionsPage(scene.browser);
    for (const { name, write, says } of BAD_FILES) {
      const path = join(scene.folder, name);
      write(path);
      await options.choose(path);
      await eventually(async () => assert.match(await options.text(), says, name));
      assert.notEqual(await options.state(), 'running', name);
    }
    const status = await options.import(SAMPLE);
    assert.match(status, /^Imported 9 papers/);
    assert.match(status, /9 new/, 'what was refused left nothing behind');
  }),

  story(
    'a row without a link is skipped with its line, the rest is imported',
    async ({ browser, folder }) => {
      const lines = readFileSync(SAMPLE, 'utf8').split('\n');
      const broken = lines.findIndex((line) => line.includes('2504.05730'));
      lines[broken] = (lines[broken] ?? '').replace(/\[https[^\]]*\]\([^)]*\)/, '');
      const path = join(folder, basename(SAMPLE));
      writeFileSync(path, lines.join('\n'));
      const options = await openOptionsPage(browser);
      await options.choose(path);
      await eventually(async () =>
        assert.match(await options.text(), new RegExp(`line ${broken + 1}\\b`, 'i')),
      );
      await options.confirm();
      assert.match(await options.import(SAMPLE), /^Imported 9 papers.*1 new/, 'the others were stored');
    },
  ),
];
