import browser from 'webextension-polyfill';
import { ARXIV_ORIGINS } from '../arxiv/address';

const ORIGINS = [...ARXIV_ORIGINS];

/** Whether the reader lets us see arXiv's pages: in Firefox, and by site in Chrome, they can take that back. */
export async function maySeeArxiv(): Promise<boolean> {
  return browser.permissions.contains({ origins: ORIGINS });
}

/** Only in answer to a click. */
export async function askToSeeArxiv(): Promise<boolean> {
  return browser.permissions.request({ origins: ORIGINS });
}
