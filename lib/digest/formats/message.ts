import { findDay } from '../../days/notation';
import type { Format, ParsedFile, Source } from '../format';
import { html } from './html';
import { mail } from './mail';
import { markdown } from './markdown';

const HEADER =
  /^(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|x-[\w-]+):/i;
const ENCODED =
  /^content-(?:transfer-encoding:\s*(?:quoted-printable|base64)|type:\s*(?:multipart\/|text\/html))/im;

/**
 * A saved e-mail whose text is encoded or in parts; its body is then read in the format that it has. The decoding is
 * done here because formats answer at once: postal-mime reads the fixtures alike, but only asynchronously, and its
 * 24 kB compressed would be a seventh of the whole parser.
 */
export const message: Format = {
  name: 'message',
  claims: ({ text }) => HEADER.test(text) && ENCODED.test(text.slice(0, 20_000).split('\n\n', 1)[0] ?? ''),
  read: readMessage,
};

function readMessage({ path, text }: Source): ParsedFile {
  const { headers, body } = splitPart(text);
  const source = { path, text: bodyOf(headers, body, 0) };
  const format = [mail, html].find((each) => each.claims(source)) ?? markdown;
  const { digests, problems } = format.read(source);
  const date = findDay(headers.get('date') ?? '');
  const dated = digests.map((digest) =>
    date && !digest.date ? { ...digest, date, dateFrom: 'content' as const } : digest,
  );
  return { digests: dated, problems };
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

/** Splits headers, which may go on in indented lines, from the body, which follows a blank line. */
function splitPart(text: string): Part {
  const end = text.indexOf('\n\n');
  const head = end === -1 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).toLowerCase();
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim());
  }
  return { headers, body: end === -1 ? '' : text.slice(end + 2) };
}

const DEEPEST = 5;

/** The text of a part. Of several the one in HTML is taken, because it has the links. */
function bodyOf(headers: ReadonlyMap<string, string>, body: string, depth: number): string {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]{1,100})"?/i.exec(type)?.[1];
  if (boundary && depth < DEEPEST) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1, 50)
      .map((part) => splitPart(part.replace(/^\n/, '')));
    const isOf = (kind: RegExp) => (part: Part) =>
      kind.test(part.headers.get('content-type') ?? 'text/plain');
    const best =
      parts.find(isOf(/text\/html/i)) ?? parts.find(isOf(/multipart\//i)) ?? parts.find(isOf(/text\//i));
    return best ? bodyOf(best.headers, best.body, depth + 1) : '';
  }
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  const charset = /charset="?([\w-]{1,40})"?/i.exec(type)?.[1] ?? 'utf-8';
  if (encoding === 'base64') return decoded(fromBase64(body), charset);
  return encoding === 'quoted-printable' ? decoded(fromQuoted(body), charset) : body;
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    return new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n');
  }
}

function fromBase64(text: string): Uint8Array {
  const letters = text.replaceAll(/[^A-Za-z0-9+/]/g, '');
  const whole = letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0));
  return Uint8Array.from(atob(whole), (letter) => letter.codePointAt(0) ?? 0);
}

function fromQuoted(text: string): Uint8Array {
  const plain = new TextEncoder().encode(text.replaceAll(/=[ \t]*\n/g, ''));
  const bytes: number[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const code =
      plain[at] === 0x3d
        ? Number.parseInt(String.fromCharCode(plain[at + 1] ?? 0, plain[at + 2] ?? 0), 16)
        : NaN;
    if (Number.isNaN(code)) bytes.push(plain[at] ?? 0);
    else {
      bytes.push(code);
      at += 2;
    }
  }
  return Uint8Array.from(bytes);
}
