import { say } from '../i18n/translate';
import { BackupError } from './format';

/** More characters than any record has: a file that goes on for longer without a line break is no backup. */
const LONGEST_LINE = 16_000_000;

const LINE_BREAK = 10;

export const notABackup = (): BackupError => new BackupError(say('backup_isNone'));
const damaged = (cause?: unknown): BackupError => new BackupError(say('backup_damaged'), { cause });

/** A piece of a file that ends with a line break. */
interface Piece {
  bytes: Uint8Array;
  lines: string[];
}

/**
 * The lines of a gzip file, piece by piece. Throws a `BackupError` if the file is not compressed by gzip or is
 * damaged.
 */
export async function* linesOf(file: Blob): AsyncGenerator<Piece> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) throw notABackup();
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  /** The bytes that have come after the last line break. */
  let rest: Uint8Array[] = [];
  let restLength = 0;
  try {
    for (;;) {
      const { done, value } = await orDamaged(() => reader.read());
      if (done) break;
      const end = value.lastIndexOf(LINE_BREAK) + 1;
      if (end > 0) {
        const bytes = joined([...rest, value.subarray(0, end)]);
        rest = [];
        restLength = 0;
        yield { bytes, lines: decoded(bytes).split('\n').slice(0, -1) };
      }
      rest.push(value.subarray(end));
      restLength += value.length - end;
      if (restLength > LONGEST_LINE) throw notABackup();
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  if (restLength > 0) throw damaged();
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged(error);
  }
}

async function orDamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // A file that the browser cannot read any more is not damaged, so the browser's error is passed on.
    if (error instanceof DOMException && error.name.startsWith('Not')) throw error;
    throw damaged(error);
  }
}
