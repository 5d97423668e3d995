import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './under-test';

interface Axe {
  run(
    context: object,
  ): Promise<{ passes: object[]; violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The whole of axe as one function: a page of the extension runs no text, but what its driver hands it. */
const AXE = new Function(
  readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
) as () => void;

/** What axe finds wrong inside these elements, or on the whole page. */
export async function violations(tab: Tab, names: string[] = ['html']): Promise<string[]> {
  await tab.evaluate(AXE);
  return tab.evaluate(async (within) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const include = within.filter((name) => document.querySelector(name)).map((name) => [name]);
    const result = await axe.run({ include });
    if (result.passes.length === 0) return ['axe has looked at nothing'];
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, names);
}
