import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../browser/build';
import { type BrowserName, findBrowser } from '../browser/find-browser';
import { type Counts, tellStories } from '../browser/tell';

const BROWSERS: BrowserName[] = ['chromium', 'firefox'];
const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

const bin = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` };

/** A command that says all by how it ends. */
function check(name: string, command: string, ...args: string[]): Counts {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(command, args, { env, stdio: 'inherit' });
  console.log(status === 0 ? `  ok    ${name}` : `  FAIL  ${name}`);
  return status === 0 ? PASSED : FAILED;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

function units(): Counts {
  console.log('\n# House rules, units and fixtures');
  const folder = mkdtempSync(join(tmpdir(), 'lens-units-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = spawnSync('vitest', ['run', '-c', 'tests/vitest.config.ts', ...reporters], {
    env,
    stdio: 'inherit',
  });
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : undefined;
  rmSync(folder, { recursive: true });
  if (!report) return FAILED;
  // A file that cannot even be loaded has no tests that could fail.
  const failed = status === 0 ? 0 : Math.max(1, report.numFailedTests);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** In both browsers at the same time: a story mostly waits for its own. */
async function storiesInBrowsers(): Promise<Counts[]> {
  console.log('\n# Stories in real browsers');
  try {
    for (const name of BROWSERS) {
      const { path, version } = findBrowser(name);
      console.log(`  ${path} ${version}`);
      build(name);
    }
  } catch (error) {
    console.log(`  FAIL  ${error instanceof Error ? error.message : String(error)}`);
    return [FAILED];
  }
  return Promise.all(BROWSERS.map((name) => tellStories(name)));
}

const all = [
  check('types', 'tsc', '--noEmit'),
  check('lint', 'oxlint'),
  check('format', 'prettier', '--check', '.'),
  units(),
  ...(await storiesInBrowsers()),
];

const total = (key: keyof Counts): number => all.reduce((sum, counts) => sum + counts[key], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
