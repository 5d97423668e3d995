import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './find-browser';

const WXT = fileURLToPath(new URL('../../node_modules/wxt/bin/wxt.mjs', import.meta.url));

/** Builds the extension as it would be published. */
export function build(name: BrowserName): void {
  const target = name === 'firefox' ? ['-b', 'firefox'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [WXT, 'build', ...target], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension could not be built.\n${stdout}${stderr}`);
}
