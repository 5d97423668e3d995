import { say } from '../../i18n/translate';
import type { Sentence } from '../../paper';

/** Larger files are refused. A whole year of a large digest has a tenth of this size. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

type Decoded = { text: string } | { sentence: Sentence };

/** Turns bytes into text with `\n` as line ends, or gives a sentence that says why it cannot. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST_FILE_BYTES) {
    return { sentence: tooLarge(bytes.length) };
  }
  const bom = byteOrderMark(bytes);
  if (bom) return withLineFeeds(new TextDecoder(bom).decode(bytes));
  const wide = wideEncoding(bytes);
  if (wide) return withLineFeeds(new TextDecoder(wide).decode(bytes));
  if (isBinary(bytes)) return { sentence: say('digest_notText') };
  return withLineFeeds(decodeStrictly(bytes, 'utf-8') ?? decodeLegacy(bytes));
}

const MEGABYTE = 1024 * 1024;

export const tooLarge = (bytes: number): Sentence =>
  say('digest_tooLarge', Math.ceil(bytes / MEGABYTE), LARGEST_FILE_BYTES / MEGABYTE);

function withLineFeeds(text: string): Decoded {
  if (text.trim() === '') return { sentence: say('digest_emptyFile') };
  return { text: text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text };
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

const SAMPLE_BYTES = 4096;

/** Recognizes UTF-16 without a byte order mark: every other byte of Western text is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2) odd += 1;
    else even += 1;
  });
  const most = sample.length * 0.3;
  if (odd > most && even < odd / 10) return 'utf-16le';
  return even > most && odd < even / 10 ? 'utf-16be' : undefined;
}

// How PNG, JPEG, GIF, PDF, ZIP and gzip begin. Other binary files have a zero byte near their start.
const MAGIC = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', '%PDF-', 'PK\u0003\u0004', '\u001f\u008b'];

function isBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return MAGIC.some((magic) => start.startsWith(magic)) || bytes.subarray(0, SAMPLE_BYTES).includes(0);
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads text that is not UTF-8: by the encoding that it names, with broken bytes, as Chinese, or as Western. */
function decodeLegacy(bytes: Uint8Array): string {
  const named = namedEncoding(bytes);
  const byName = named && decodeStrictly(bytes, named);
  if (byName) return byName;
  const lossy = new TextDecoder('utf-8').decode(bytes);
  if (isMostlyUtf8(lossy)) return lossy;
  const chinese = decodeStrictly(bytes, 'gb18030');
  if (chinese && isMostlyChinese(chinese)) return chinese;
  return lossy.includes('\uFFFD') && !chinese
    ? new TextDecoder('windows-1252').decode(bytes)
    : (chinese ?? lossy);
}

/** The encoding in `<?xml encoding="…"?>` or `<meta charset=…>`. */
function namedEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const label = /(?:encoding|charset)=["']?([a-z0-9_-]{3,20})/i.exec(start)?.[1];
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function isMostlyUtf8(lossy: string): boolean {
  const broken = lossy.match(/\uFFFD/g)?.length ?? 0;
  const sound = lossy.match(/[\u0080-\uFFFC\uFFFE-\uFFFF]/g)?.length ?? 0;
  return broken * 10 < sound;
}

/** Western text read as GB18030 gives rare signs beside Latin letters; Chinese text gives common ones in runs. */
function isMostlyChinese(text: string): boolean {
  const all = text.match(/[\u0080-\uFFFF]/g)?.length ?? 0;
  const inRuns = text.match(/[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]{2,}/g)?.join('').length ?? 0;
  return inRuns * 2 > all;
}
