import { readdirSync, readFileSync } from 'node:fs';

const read = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
};

const parentOf = (pid: string): string => /^PPid:\s*(\d+)/m.exec(read(pid, 'status'))?.[1] ?? '0';

function isOurs(pid: string): boolean {
  for (let at = pid; at !== '0'; at = parentOf(at)) if (at === String(process.pid)) return true;
  return false;
}

/**
 * The most bytes that the process of extensions has had in memory, of the browser that this process has started: its
 * worker, and the pages of the extension with it. Linux alone tells.
 */
export function peakOfExtension(): number {
  const peaks = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter(
      (pid) =>
        read(pid, 'cmdline').includes('--extension-process') || read(pid, 'comm').startsWith('WebExtensions'),
    )
    .filter(isOurs)
    .map((pid) => 1024 * Number(/^VmHWM:\s*(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0));
  return Math.max(0, ...peaks);
}
