import { browser } from 'wxt/browser';

/** The addresses that the reader wants left alone until the browser ends. */
export async function silencedPages(): Promise<string[]> {
  const { silenced } = await browser.storage.session.get<{ silenced: string[] }>({ silenced: [] });
  return silenced;
}

/** Adds an address to the silenced ones. */
export async function silencePage(address: string): Promise<void> {
  await browser.storage.session.set({ silenced: [...(await silencedPages()), address] });
}
