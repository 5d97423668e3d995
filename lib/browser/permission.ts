import browser from 'webextension-polyfill';
import { ARXIV_HOSTS } from '../arxiv/address';

export const ORIGINS = ARXIV_HOSTS.map((host) => `*://${host}/*`);
/** Whether the reader lets us see arXiv's pages: in Firefox, and by site in Chrome, they can take that back. */
export async function maySeeArxiv(): Promise<boolean> {
  return browser.permissions.contains({ origins: ORIGINS });
}

/** Only in answer to a click. */
export async function askToSeeArxiv(): Promise<boolean> {
  return browser.permissions.request({ origins: ORIGINS });
}
