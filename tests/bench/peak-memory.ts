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

/** The process of extensions of the browser that this process has started: its worker, and their pages with it. */
const extensionProcesses = (): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter(
      (pid) =>
        read(pid, 'cmdline').includes('--extension-process') || read(pid, 'comm').startsWith('WebExtensions'),
    )
    .filter(isOurs);

const most = (field: string, pids: readonly string[]): number => {
  const line = new RegExp(`^${field}:\\s*(\\d+)`, 'm');
  return Math.max(0, ...pids.map((pid) => 1024 * Number(line.exec(read(pid, 'status'))?.[1] ?? 0)));
};

/**
 * The most bytes that it has had in memory, also of the browser's own files, which all its processes share. Linux
 * alone tells.
 */
export const peakOfExtension = (): number => most('VmHWM', extensionProcesses());

const PAUSE_MS = 100;

/** The most bytes of its own that it has while something is done: the heap and what else no file holds. */
export async function peakOwn(work: () => Promise<unknown>): Promise<number> {
  const pids = extensionProcesses();
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, most('RssAnon', pids))), PAUSE_MS);
  await work().finally(() => clearInterval(timer));
  return peak;
}
