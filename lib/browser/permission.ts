import browser from 'webextension-polyfill';
import { ARXIV_ORIGINS } from '../arxiv/address';

const ORIGINS = [...ARXIV_ORIGINS];

/**
 * Whether the extension may see arXiv's pages. The reader can take this permission back: in Firefox, and in Chrome
 * site by site.
 */
export async function maySeeArxiv(): Promise<boolean> {
  return browser.permissions.contains({ origins: ORIGINS });
}

/** Asks the reader for the permission. The browser allows this only in answer to a click. */
export async function askToSeeArxiv(): Promise<boolean> {
  return browser.permissions.request({ origins: ORIGINS });
}
