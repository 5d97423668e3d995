import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BUILD } from './launch';
import { callSource, type Tab } from './under-test';
import { until } from './until';

interface Axe {
  run(
    context: object,
  ): Promise<{ passes: object[]; violations: { id: string; nodes: { html: string }[] }[] }>;
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The whole of axe as one function: a page of the extension runs no text, but what its driver hands it. */
const AXE = new Function(SOURCE) as () => void;

/** What we add to a page of arXiv, and nothing else of it. */
export const OURS = ['digest-lens', 'digest-lens-mark'];

/** What axe finds wrong inside these elements, or on the whole page. */
export async function violations(tab: Tab, names: string[] = ['html']): Promise<string[]> {
  if (await tab.evaluate(() => navigator.userAgent.includes('Firefox')))
    return violationsInFirefox(tab, names);
  await tab.evaluate(AXE);
  return tab.evaluate(run, names);
}

async function run(within: string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: Axe };
  const include = within.filter((name) => document.querySelector(name)).map((name) => [name]);
  const result = await axe.run({ include });
  if (result.passes.length === 0) return ['axe has looked at nothing'];
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const PACKED = 'axe.js';
let runs = 0;

/** There a driver's script runs beside the page and sees no styles: the page itself has to run it. */
async function violationsInFirefox(tab: Tab, names: string[]): Promise<string[]> {
  const text = `${SOURCE}
    ${callSource(run, [names])}.then((found) => {
      document.documentElement.dataset.violations = JSON.stringify(found);
    });`;
  const runInPage = (source: Partial<HTMLScriptElement>): void => {
    delete document.documentElement.dataset['violations'];
    const script = document.createElement('script');
    script.addEventListener('load', () => script.remove());
    document.head.append(Object.assign(script, source));
  };
  const isOurs = await tab.evaluate(() => location.protocol === 'moz-extension:');
  // A page of the extension runs no text, only what is packed with it.
  const path = join(BUILD.firefox, PACKED);
  if (isOurs) writeFileSync(path, text);
  await tab.evaluate(runInPage, isOurs ? { src: `/${PACKED}?${(runs += 1)}` } : { text });
  const found = await until('axe has looked', () =>
    tab.evaluate(() => document.documentElement.dataset['violations']),
  ).finally(() => rmSync(path, { force: true }));
  return JSON.parse(found) as string[];
}
