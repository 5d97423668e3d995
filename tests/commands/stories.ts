import type { BrowserName } from '../browser/find-browser';
import { tellStories } from '../browser/tell';

// For the inner loop, on what was built last: `npm run stories -- firefox popup`.
const [name = 'chromium', only] = process.argv.slice(2);
const { failed } = await tellStories(name as BrowserName, only);
process.exitCode = failed > 0 ? 1 : 0;
