import browser from 'webextension-polyfill';

/** The digest that comes with the extension, for a first look. */
export async function sampleDigest(): Promise<{ path: string; content: Blob; modifiedAt: number }> {
  const path = 'sample-10-Apr-2025.md';
  const answer = await fetch(browser.runtime.getURL(path));
  return { path, content: await answer.blob(), modifiedAt: Date.now() };
}

/** The term vectors that come with the extension, as the bytes of the file. */
export async function termVectorBytes(): Promise<Uint8Array> {
  const answer = await fetch(browser.runtime.getURL('term-vectors.bin'));
  return new Uint8Array(await answer.arrayBuffer());
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
