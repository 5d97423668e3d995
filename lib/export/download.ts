/**
 * How long the address of the file is kept. Browsers begin a download long before that, and the address has to work
 * until then.
 */
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
