import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tour } from '../browser/tour';

/** `npm start -- [--headless] [--browser firefox] [FILE…]`: the main job, in a real browser. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    headless: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
  },
});
const missing = positionals.filter((path) => !existsSync(path));
if (missing.length > 0 || (values.browser !== 'chromium' && values.browser !== 'firefox')) {
  const reason =
    missing.length > 0 ? `There is no file ${missing.join(', ')}.` : 'The browser is chromium or firefox.';
  console.error(reason);
  process.exit(1);
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
try {
  await tour({ name: values.browser, files: positionals, headless: values.headless || !hasDisplay });
} catch (error) {
  console.error(`\nThe tour ended early: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
