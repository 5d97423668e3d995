import { unzipSync, zipSync } from 'fflate';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../speak-english';
import { papersOfTopics } from '../support/topics';
import { arxivSite, pagesOf } from './arxiv-site';
import { OURS, violations } from './axe';
import { build } from './build';
import { readDigests, type ReportPaper, writeDigest } from './digest-files';
import { BUILD, launch } from './launch';
import { startNetwork } from './network';
import { absPageIn } from './pages/abs-page';
import { openOptionsPage } from './pages/options-page';
import { absUrl } from './story';
import type { BrowserUnderTest, Tab } from './under-test';
import { until } from './until';

const ARCHIVE = new URL('../../../shared/digests/archive-ir-nlp.zip', import.meta.url).pathname;
const PICTURES = '.output/tour';
const DAY = '2026-11-24';

/** Each strains another part of the look. */
const HARD: readonly ReportPaper[] = [
  {
    id: '2611.10001',
    title:
      'A Very Long Title That Goes On Over Several Lines Because Its Authors Could Not Decide Between a Survey of Retrieval-Augmented Generation, a Benchmark of Long-Context Language Models, and an Account of Everything That Went Wrong When Both Were Tried at Once',
    authors: ['Ada Example', 'Bo Sample'],
  },
  {
    id: '2611.10002',
    title: 'Generative Recommendation by a Large Collaboration',
    authors: Array.from({ length: 60 }, (_, i) => `Given-${i + 1} Family-Name-${i + 1}`),
  },
  {
    id: '2611.10003',
    title: '面向长上下文检索增强生成的高效键值缓存压缩方法研究：从理论分析到大规模部署实践',
    authors: ['王小明', '李雷', '韩梅梅', '欧阳娜娜'],
    abstract:
      '本文提出一种新的键值缓存压缩方法，在保持检索质量的同时显著降低显存占用。实验表明其优于现有方法。',
  },
  {
    id: '2611.10004',
    title:
      'CAT-ID$^2$: \\textbf{Ranking} in $O(n \\log n)$ with $\\sum_{i=1}^{n} \\frac{\\alpha_i}{\\sqrt{2\\pi}} e^{-x_i^2/2}$ Weights',
    authors: ['Schr\\"odinger, Erwin', 'Paul Erd\\H{o}s'],
    abstract:
      'We show that $\\mathcal{L}(\\theta) = -\\mathbb{E}_{x \\sim p}[\\log q_\\theta(x)]$ gains 4.5\\% at \\$3 per query. See this https URL.',
  },
  {
    id: '2611.10005',
    title:
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft/Unbroken_Identifier',
  },
  { id: '2611.10006', title: 'Short' },
  { id: '2611.10007', title: 'Agents, <b>Tags</b> & "Quotes": What Digests Say' },
  {
    id: '2611.10008',
    title: 'Query Rewriting for 电商搜索 with Large Language Models',
    authors: ['Wei Lin', '张伟'],
  },
  {
    id: '2611.10009',
    title: 'An Abstract Without End',
    abstract: 'Sentences follow each other, each about retrieval and each as long as this one. '.repeat(40),
  },
];

/** In light and dark, in both languages: what is looked at by eye, and proves nothing by itself. */
const LOOKS = [
  { name: 'light', language: 'en', isDark: false },
  { name: 'dark', language: 'en', isDark: true },
  { name: 'zh-dark', language: 'zh-Hans', isDark: true },
] as const;

/** Popup, library, options and panel with 9 and with some 700 papers of one day; says what axe finds wrong there. */
export async function takePictures(): Promise<void> {
  build('chromium');
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'lens-pictures-'));
  const few = writeDigest(folder, DAY, HARD);
  for (const [count, file] of [
    [9, few],
    [700, manyIn(folder, few)],
  ] as const) {
    const network = await startNetwork(arxivSite(pagesOf(await readDigests([few]))));
    const browser = await launch('chromium', { extension: BUILD.chromium, network, headless: true });
    try {
      await photographAll(browser, file, count);
    } finally {
      await browser.close();
      await network.close();
    }
  }
}

/** The hard ones beside two days of the archive; beside invented ones where that is not there. */
function manyIn(folder: string, few: string): string {
  const path = join(folder, 'many.zip');
  const archive = existsSync(ARCHIVE) ? unzipSync(readFileSync(ARCHIVE)) : {};
  const of = (name: string) => archive[`${name}/README.md`] ?? new Uint8Array();
  const invented = papersOfTopics(160).map(({ id, title, abstract = '' }) => ({ id, title, abstract }));
  const others: Record<string, Uint8Array> = existsSync(ARCHIVE)
    ? {
        '24-Nov-2026/IR/README.md': of('27-May-2025/IR'),
        '24-Nov-2026/NLP/README.md': of('27-May-2025/NLP'),
        '24-Nov-2026/AI/README.md': of('21-Apr-2026/NLP'),
        '20-Nov-2026/IR/README.md': of('24-Apr-2025/IR'),
      }
    : { '24-Nov-2026/IR/README.md': readFileSync(writeDigest(folder, '2026-11-23', invented)) };
  writeFileSync(path, zipSync({ ...others, '24-Nov-2026/Hard/README.md': readFileSync(few) }));
  return path;
}

async function photographAll(browser: BrowserUnderTest, file: string, count: number): Promise<void> {
  const options = await openOptionsPage(browser);
  await options.choose(file);
  const { tab } = options;
  const take = async (name: string, width: number, height: number): Promise<void> => {
    await tab.resize(width, height);
    // What comes after the first paint: bars, counts, the map's names.
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await tab.screenshot(join(PICTURES, `${name}.png`));
  };
  await take(`options-preview-${count}`, 1280, 900);
  await options.confirm();
  await options.done();
  for (const { name, language, isDark } of LOOKS) {
    await tab.goto(browser.extensionUrl('options.html'));
    await tab.evaluate(setLanguage, language);
    await tab.dark(isDark);
    const shot = async (view: string, width: number, height: number): Promise<void> => {
      await take(`${view}-${count}-${name}`, width, height);
      for (const found of await violations(tab, view.startsWith('panel') ? OURS : ['html']))
        console.log(`${view}, ${count} papers, ${name}: ${found}`);
    };
    await until('the options page speaks it', () =>
      tab.evaluate((wanted) => document.documentElement.lang === wanted, language),
    );
    await shot('options', 1280, 1600);
    await show(tab, browser.extensionUrl('popup.html'), 'main article');
    await shot('popup', 400, 600);
    await tab.press('j');
    await tab.press(' ');
    await shot('popup-abstract', 400, 600);
    await tab.click(() => document.querySelector('h1 button'));
    await shot('popup-calendar', 400, 600);
    await show(tab, browser.extensionUrl('library.html'), '.bars');
    await shot('library', 1440, 900);
    await show(tab, browser.extensionUrl('library.html?paper=2611.10004'), '#detail-title');
    await shot('library-paper', 1440, 900);
    await shot('library-narrow', 600, 900);
    if (count > 9) {
      await show(tab, browser.extensionUrl(`library.html?q=day:${DAY}&shows=map`), '.region-name');
      await shot('library-map', 1440, 900);
    }
    await tab.goto(absUrl('2611.10002'));
    await absPageIn(tab).mark();
    await shot('panel', 1280, 900);
    await shot('panel-narrow', 500, 1400);
  }
  await tab.close();
}

async function show(tab: Tab, url: string, selector: string): Promise<void> {
  await tab.goto(url);
  await until(`${selector} is there`, () =>
    tab.evaluate((wanted) => document.querySelector(wanted) !== null, selector),
  );
}

async function setLanguage(language: string): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { set(values: object): Promise<void> } } };
  };
  await chrome.storage.local.set({ language });
}
