/** Browsers have begun a download long before; until then the address must hold. */
const KEEP_MS = 60_000;

/** Lets the reader save a file that was made in this page. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
