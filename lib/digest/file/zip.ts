import { crc32 } from '../../crc32';
import { say } from '../../i18n/translate';
import type { Sentence } from '../../paper';
import { releaseBytes } from '../../release-bytes';

/** One file as a zip archive's directory lists it. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
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

/** The directory at the end of an archive; the files themselves are not touched. */
export async function readDirectory(blob: Blob): Promise<ZipEntry[] | undefined> {
  const tail = await readView(blob, blob.size - END_BYTES - LONGEST_COMMENT, blob.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    // 0xffffffff stands for the fields of ZIP64, of archives over 4 GB.
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

/** Names are UTF-8, or what Windows in China writes. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(bytes).replaceAll('\\', '/');
  }
}

const HEAD_BYTES = 30;
const CHUNK_BYTES = 64 * 1024;

/** Gives some bytes of a file. */
type ReadBytes = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

const WINDOW_BYTES = 1024 * 1024;

/** Reads a megabyte at a time: each reading takes a browser some milliseconds, and packed files stand in a row. */
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

/** Unpacks one file, and stops as soon as it is larger than it said it would be. */
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
  // A copy, for the bytes that were read are of many files.
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
