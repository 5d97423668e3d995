/*
 * Zip is read here and by no library, because of memory and size: one file at a time is unpacked, by the browser's own
 * DecompressionStream, after its directory entry has been checked for traps. That is 1.4 kB compressed. zip.js reads
 * the same way and has 50 kB; fflate has 2 kB, but wants the whole archive in memory.
 */
import { crc32 } from '../../crc32';
import { say } from '../../i18n/translate';
import type { Sentence } from '../../paper';
import { releaseBytes } from '../../release-bytes';

/** One file as the directory of a zip archive lists it. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export interface ZipEntry {
  name: string;
  packedSize: number;
  size: number;
  checksum: number;
  offset: number;
  method: number;
  isEncrypted: boolean;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

async function readView(blob: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await blob.slice(Math.max(0, start), end).arrayBuffer());
}

/** Reads the directory at the end of an archive, without touching the files themselves. */
export async function readDirectory(blob: Blob): Promise<ZipEntry[] | undefined> {
  const tail = await readView(blob, blob.size - END_BYTES - LONGEST_COMMENT, blob.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    // 0xffffffff means that the numbers stand elsewhere, as ZIP64 has it for archives over 4 GB.
    if (offset === 0xffffffff || offset + size > blob.size) return undefined;
    return listEntries(await readView(blob, offset, offset + size));
  }
  return undefined;
}

function listEntries(view: DataView): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const end = at + 46 + nameLength;
    if (end > view.byteLength) break;
    entries.push({
      name: decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      checksum: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) === 1,
    });
    at = end + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Names are in UTF-8, or in GB18030 where a Chinese Windows wrote them. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(bytes).replaceAll('\\', '/');
  }
}

const HEAD_BYTES = 30;
const CHUNK_BYTES = 64 * 1024;

/** Reads the bytes of a file from one place to another. */
export type ReadBytes = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

const WINDOW_BYTES = 1024 * 1024;

/** Reads a megabyte at a time: each reading takes a browser milliseconds, and packed files follow each other. */
export function inWindows(blob: Blob): ReadBytes {
  let from = 0;
  let window = new Uint8Array();
  return async (start, end) => {
    if (start < from || end > from + window.length) {
      const behind = Math.max(end, start + WINDOW_BYTES);
      window = new Uint8Array(await blob.slice(start, behind).arrayBuffer());
      from = start;
    }
    return window.subarray(start - from, end - from);
  };
}

/** Unpacks one file, and stops as soon as it grows larger than the directory says. */
export async function unpackEntry(
  read: ReadBytes,
  entry: ZipEntry,
  largest: number,
): Promise<Uint8Array<ArrayBuffer> | { sentence: Sentence }> {
  const { offset, packedSize, size, method, checksum } = entry;
  const head = await read(offset, offset + HEAD_BYTES);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < HEAD_BYTES || view.getUint32(0, true) !== 0x04034b50)
    return { sentence: say('digest_damagedInArchive') };
  const first = offset + HEAD_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const packed: ReadBytes = (start, end) => read(first + start, first + Math.min(end, packedSize));
  const limit = Math.min(size, largest);
  if (method !== 0 && method !== 8) return { sentence: say('digest_unknownPacking') };
  // A copy, because the bytes that were read belong to many files.
  const bytes = method === 0 ? (await packed(0, limit)).slice() : await inflate(packed, packedSize, limit);
  if ('sentence' in bytes || crc32(bytes) === checksum) return bytes;
  return { sentence: say('digest_damagedInArchive') };
}

async function inflate(
  packed: ReadBytes,
  packedSize: number,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | { sentence: Sentence }> {
  const unpacked = inPieces(packed, packedSize).pipeThrough(new DecompressionStream('deflate-raw'));
  const pieces = unpacked.getReader();
  const out = new Uint8Array(limit);
  let size = 0;
  try {
    for (let { value } = await pieces.read(); value; { value } = await pieces.read()) {
      if (size + value.length > limit) return { sentence: say('digest_largerThanSaid') };
      out.set(value, size);
      size += value.length;
      releaseBytes(value);
    }
  } catch {
    return { sentence: say('digest_damagedInArchive') };
  } finally {
    await pieces.cancel().catch(() => {});
  }
  return out.subarray(0, size);
}

function inPieces(read: ReadBytes, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const end = Math.min(at + CHUNK_BYTES, size);
      if (end > at) controller.enqueue(await read(at, end));
      at = end;
      if (at === size) controller.close();
    },
  });
}
