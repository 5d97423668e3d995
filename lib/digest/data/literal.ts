/** What a data file holds: the values of JSON, which Python has as well. */
export type Value = string | number | boolean | null | Value[] | Fields;

/** A JSON object, a Python dictionary, an XML element: values under their keys. */
export interface Fields {
  [key: string]: Value;
}

export const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface ParsedValue {
  value: Value | undefined;
  /** Where reading stopped, if it did before the end. */
  brokenAt?: number;
}

/** Reads JSON, and what is no proper JSON as `parseLiteral` does. */
export function parseJson(text: string): ParsedValue {
  try {
    const value: Value = JSON.parse(text);
    return { value };
  } catch {
    return parseLiteral(text);
  }
}

const DEEPEST = 200;
const SPACE_AT = /[\s\uFEFF]*(?:(?:#|\/\/)[^\n]*\n\s*)*/y;
const WORD_AT = /-?[A-Za-z0-9_.+-]{1,400}/y;

/**
 * Reads a Python literal, as in the fixture `python-lines`: strings in either quote, None, True, tuples. It also reads
 * JSON with slips such as a comma too many. What was read before the text breaks is kept.
 */
function parseLiteral(text: string): ParsedValue {
  const cursor = new LiteralCursor(text);
  const value = cursor.value(0);
  const brokenAt = cursor.brokenAt ?? cursor.restAt();
  return brokenAt === undefined ? { value } : { value, brokenAt };
}

class LiteralCursor {
  brokenAt: number | undefined;
  private place = 0;

  constructor(private readonly text: string) {}

  restAt(): number | undefined {
    this.space();
    return this.place < this.text.length ? this.place : undefined;
  }

  value(depth: number): Value | undefined {
    this.space();
    const sign = this.text.charAt(this.place);
    if (depth > DEEPEST) return this.broken();
    if (sign === '{') return this.object(depth);
    if (sign === '[' || sign === '(') return this.list(sign === '[' ? ']' : ')', depth);
    if (this.startsString()) return this.string();
    return this.word();
  }

  private broken(): undefined {
    this.brokenAt ??= this.place;
    return undefined;
  }

  private space(): void {
    SPACE_AT.lastIndex = this.place;
    this.place += SPACE_AT.exec(this.text)?.[0].length ?? 0;
  }

  private object(depth: number): Value {
    const object: Fields = {};
    this.place += 1;
    for (;;) {
      this.space();
      const sign = this.text.charAt(this.place);
      if (sign === '}') {
        this.place += 1;
        return object;
      }
      const key = this.value(depth + 1);
      this.space();
      if (this.brokenAt !== undefined || key === undefined || this.text.charAt(this.place) !== ':') {
        this.broken();
        return object;
      }
      this.place += 1;
      const value = this.value(depth + 1);
      if (value !== undefined && String(key) !== '__proto__') object[String(key)] = value;
      if (!this.comma('}')) return object;
    }
  }

  private list(end: string, depth: number): Value {
    const list: Value[] = [];
    this.place += 1;
    for (;;) {
      this.space();
      if (this.text.charAt(this.place) === end) {
        this.place += 1;
        return list;
      }
      const value = this.value(depth + 1);
      if (value !== undefined) list.push(value);
      if (!this.comma(end)) return list;
    }
  }

  /** Whether another value may follow. */
  private comma(end: string): boolean {
    if (this.brokenAt !== undefined) return false;
    this.space();
    const sign = this.text.charAt(this.place);
    if (sign === ',') {
      this.place += 1;
      return true;
    }
    if (sign === end) return true;
    this.broken();
    return false;
  }

  private startsString(): boolean {
    return /^(?:[rbuf]{0,2})["']/i.test(this.text.slice(this.place, this.place + 3));
  }

  private string(): Value | undefined {
    while (!/["']/.test(this.text.charAt(this.place))) this.place += 1;
    const quote = this.text.charAt(this.place);
    const triple = this.text.startsWith(quote.repeat(3), this.place) ? quote.repeat(3) : quote;
    this.place += triple.length;
    const parts: string[] = [];
    const stops = new RegExp(`\\\\|${triple}`, 'g');
    for (;;) {
      stops.lastIndex = this.place;
      const stop = stops.exec(this.text);
      if (!stop) return this.broken();
      parts.push(this.text.slice(this.place, stop.index));
      this.place = stop.index + stop[0].length;
      if (stop[0] !== '\\') return parts.join('');
      parts.push(this.escape());
    }
  }

  private escape(): string {
    const sign = this.text.charAt(this.place);
    this.place += 1;
    const simple: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '' };
    const plain = simple[sign];
    if (plain !== undefined) return plain;
    const length = sign === 'u' ? 4 : sign === 'x' ? 2 : sign === 'U' ? 8 : 0;
    const code = this.text.slice(this.place, this.place + length);
    if (length > 0 && new RegExp(`^[0-9a-f]{${length}}$`, 'i').test(code)) {
      this.place += length;
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    }
    // Python keeps a backslash before any other letter; JSON knows these three.
    return '\\\'"/'.includes(sign) ? sign : `\\${sign}`;
  }

  private word(): Value | undefined {
    WORD_AT.lastIndex = this.place;
    const word = WORD_AT.exec(this.text)?.[0];
    if (word === undefined) return this.broken();
    const known: Record<string, Value> = {
      None: null,
      null: null,
      True: true,
      true: true,
      False: false,
      false: false,
      NaN: null,
      nan: null,
    };
    const start = this.place;
    this.place += word.length;
    if (word in known) return known[word] ?? null;
    const number = Number(word);
    if (!Number.isNaN(number)) return number;
    this.place = start;
    return this.broken();
  }
}
