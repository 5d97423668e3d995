import { defineConfig } from 'wxt';
import { ARXIV_ORIGINS } from './lib/arxiv/address';

/**
 * What every page and worker of the extension may load: its own files and nothing else. So that nothing leaves the
 * machine is a rule of the browser's, not a habit of ours. Styles are also written into elements, by positions of rows.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  publicDir: 'assets/public',
  manifest: ({ command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // The worker's IndexedDB holds the archive: without unlimitedStorage the browser may evict it.
    // An alarm starts the worker again when the browser has ended it in the middle of an import.
    // A menu's item opens a paper of arXiv, or what is selected, in the library.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'contextMenus'],
    // The addresses of arXiv's tabs, for the toolbar icon and the popup where no script may run, as on PDFs.
    host_permissions: [...ARXIV_ORIGINS],
    omnibox: { keyword: 'dl' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      'open-library': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_library__',
      },
    },
    action: { default_icon: { 16: 'icon-16-idle.png', 32: 'icon-32-idle.png' } },
    minimum_chrome_version: '116',
    icons: { 16: 'icon-16.png', 32: 'icon-32.png', 48: 'icon-48.png', 128: 'icon-128.png' },
    browser_specific_settings: {
      gecko: {
        id: 'digest-lens@example.org',
        // Since 140 the manifest itself tells the reader that no data is collected.
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    // While it is developed, the page's scripts come from a server of this machine.
    ...(command === 'build' && { content_security_policy: { extension_pages: POLICY } }),
  }),
  vite: () => ({
    resolve: {
      alias: {
        // Its browser build calls `document` while loading, which ends a service worker without a word.
        'decode-named-character-reference': new URL(
          './node_modules/decode-named-character-reference/index.js',
          import.meta.url,
        ).pathname,
      },
    },
  }),
});
