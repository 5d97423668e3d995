import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  root: new URL('..', import.meta.url).pathname,
  test: {
    // A machine that does other work too is no failure.
    testTimeout: 60_000,
    setupFiles: ['tests/speak-english.ts'],
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**'],
    environmentOptions: {
      // Saved pages name stylesheets and scripts; reading a page must ask nobody for them.
      happyDOM: {
        settings: {
          disableCSSFileLoading: true,
          disableJavaScriptFileLoading: true,
          handleDisabledFileLoadingAsSuccess: true,
        },
      },
    },
  },
});
