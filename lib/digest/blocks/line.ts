import { decodeHTML } from 'entities';
import { ADDRESS_AT, addressBefore, withoutTail } from '../addresses';

/** A link in a line; `start` and `end` are places in the line's text. */
interface LineLink {
  href: string;
  start: number;
  end: number;
}

/** One line as it is seen on a page: without markup, with LaTeX as it was written. */
export interface Line {
  /** Counted from 1 in the file. */
  line: number;
  text: string;
  links: LineLink[];
  /** Stretches in bold type. */
  strong: { start: number; end: number }[];
}

export function plainLine(text: string, line: number): Line {
  return { line, text, links: [], strong: [] };
}

const NEEDS_A_LOOK = /[[<*`&]|https?:|www\./;
const STOPS = /[\\[\]!*`<&$\n]|https?:\/\//g;
const ENTITY_AT = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy;
const DESTINATION_AT =
  /\]\(\s{0,3}(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,200}\)){0,2000}))(?:\s{1,3}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s{0,3}\)/y;
// Slack writes `<address|words>`.
const SLACK_LINK_AT = new RegExp(String.raw`<(${addressBefore('<>|')})\|([^<>\n]{1,500})>`, 'y');
const ANGLE_LINK_AT = new RegExp(`<(${addressBefore('<>')})>`, 'y');
const TAG_AT = /<(\/?)([a-z][a-z0-9]{0,15})(\s[^<>]{0,2000})?\/?>/iy;
const CODE_AT = /`([^`'\n]{1,200})`(?!`)/y;
const MATH_AT = /\$[^$\n]{1,400}\$/y;

const BREAKS = new Set('br p div li tr ul ol details h1 h2 h3 h4 h5 h6 hr blockquote'.split(' '));
/** Tags in text; what else stands in angle brackets is part of the words. */
const KNOWN_TAGS = new Set([
  ...BREAKS,
  ...[
    'a b i u s em strong sub sup span font small big center code kbd mark del ins abbr cite q tt var samp pre nobr wbr',
    'td th tbody thead table img picture source figure figcaption svg path video audio',
    'summary time label section article header footer button input script style',
  ].flatMap((names) => names.split(' ')),
]);

/** Reads the inline marks of Markdown and HTML in the text of one block; `firstLine` is where it begins. */
export function readLines(source: string, firstLine: number): Line[] {
  if (!NEEDS_A_LOOK.test(source)) {
    return source.split('\n').map((text, index) => plainLine(text.trim(), firstLine + index));
  }
  return new LineCursor(source, firstLine).read();
}

/** Reads text that is one line whatever it holds, such as a cell. */
export function readLine(source: string, line: number): Line {
  return joinLines(readLines(source, line), line);
}

export function joinLines(lines: readonly Line[], line: number): Line {
  const only = lines[0];
  if (lines.length === 1 && only) return only;
  const joined = plainLine('', line);
  for (const each of lines) {
    if (each.text === '') continue;
    if (joined.text !== '') joined.text += '\n';
    const shift = joined.text.length;
    joined.text += each.text;
    joined.links.push(
      ...each.links.map((link) => ({ ...link, start: link.start + shift, end: link.end + shift })),
    );
    joined.strong.push(...each.strong.map((one) => ({ start: one.start + shift, end: one.end + shift })));
  }
  return joined;
}

/** A stretch of a line, with the links and bold type that lie in it. */
export function sliceLine(line: Line, from: number, to = line.text.length): Line {
  const raw = line.text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const text = raw.trim();
  const inside = (one: { start: number; end: number }): boolean => one.start >= from && one.end <= to;
  const moved = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: Math.max(0, one.start - start),
    end: Math.max(0, one.end - start),
  });
  return {
    line: line.line,
    text,
    links: line.links.filter(inside).map(moved),
    strong: line.strong.filter(inside).map(moved),
  };
}

/** Splits a line that was joined of several. */
export function splitLine(line: Line): Line[] {
  let start = 0;
  return line.text.split('\n').map((text) => {
    const from = start;
    start += text.length + 1;
    return sliceLine(line, from, from + text.length);
  });
}

interface Opening {
  part: number;
  image: boolean;
}

/** Walks through a text, and knows which brackets, bold type and link are open. */
class LineCursor {
  private readonly lines: Line[] = [];
  private parts: string[] = [];
  private brackets: Opening[] = [];
  private links: { href: string; from: number; to: number }[] = [];
  private strongs: { from: number; to: number }[] = [];
  private bold: number | undefined;
  private anchor: { href: string; part: number } | undefined;
  private hidden = false;
  private place = 0;

  constructor(
    private readonly source: string,
    private line: number,
  ) {}

  read(): Line[] {
    while (this.place < this.source.length) this.step();
    this.endLine();
    return this.lines;
  }

  private step(): void {
    STOPS.lastIndex = this.place;
    const stop = STOPS.exec(this.source);
    const end = stop ? stop.index : this.source.length;
    if (end > this.place) this.put(this.source.slice(this.place, end));
    this.place = end;
    if (stop) this.mark(stop[0]);
  }

  private mark(sign: string): void {
    if (sign === '\n') {
      this.endLine();
      this.line += 1;
      this.place += 1;
      return;
    }
    if (!this.takeMark(sign)) this.literal(1);
  }

  /** Reads what a sign begins, if it begins something. */
  private takeMark(sign: string): boolean {
    switch (sign) {
      case '\\':
        return this.literal(2);
      case '!':
        return this.image();
      case '[':
        return this.open(1, false);
      case ']':
        return this.close();
      case '*':
        return this.star();
      case '`':
        return this.code();
      case '<':
        return this.tag();
      case '&':
        return this.entity();
      case '$':
        return this.math();
      default:
        return this.url();
    }
  }

  private put(text: string): void {
    if (!this.hidden) this.parts.push(text);
  }

  private literal(length: number): true {
    this.put(this.source.slice(this.place, this.place + length));
    this.place += length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.place;
    return pattern.exec(this.source) ?? undefined;
  }

  private url(): boolean {
    const match = this.match(ADDRESS_AT);
    if (!match) return false;
    const url = withoutTail(this.brackets.length > 0 ? beforeBracket(match[0]) : match[0]);
    if (url.length < 10) return false;
    // An address that is itself the text of a link needs no second link.
    if (!this.anchor && !this.isLinkText(this.place + url.length)) {
      this.links.push({ href: url, from: this.parts.length, to: this.parts.length + 1 });
    }
    return this.literal(url.length);
  }

  private isLinkText(end: number): boolean {
    return this.brackets.length > 0 && this.source.startsWith('](', end);
  }

  private image(): boolean {
    return this.source.charAt(this.place + 1) === '[' && this.open(2, true);
  }

  private open(length: number, image: boolean): boolean {
    this.brackets.push({ part: this.parts.length, image });
    return this.literal(length);
  }

  private close(): boolean {
    const opening = this.brackets.pop();
    if (!opening) return false;
    const match = this.match(DESTINATION_AT);
    if (!match) return false;
    this.parts[opening.part] = '';
    if (!opening.image) {
      const href = decodeHTML((match[1] ?? match[2] ?? '').replaceAll(/\\(?=[()_*])/g, ''));
      while ((this.links.at(-1)?.from ?? -1) >= opening.part) this.links.pop();
      this.links.push({ href, from: opening.part, to: this.parts.length });
    }
    this.place += match[0].length;
    return true;
  }

  private star(): boolean {
    if (this.source.charAt(this.place + 1) !== '*') return false;
    const before = this.source.charAt(this.place - 1);
    const after = this.source.charAt(this.place + 2);
    if (this.bold === undefined) {
      if (after === '' || /\s/.test(after)) return this.literal(2);
      this.bold = this.parts.length;
      return this.literal(2);
    }
    if (/\s/.test(before)) return this.literal(2);
    this.parts[this.bold] = '';
    this.strongs.push({ from: this.bold, to: this.parts.length });
    this.bold = undefined;
    this.place += 2;
    return true;
  }

  private code(): boolean {
    const match = this.source.charAt(this.place - 1) === '`' ? undefined : this.match(CODE_AT);
    if (!match) return false;
    this.put(match[1] ?? '');
    this.place += match[0].length;
    return true;
  }

  private math(): boolean {
    const match = this.match(MATH_AT);
    return match !== undefined && this.literal(match[0].length);
  }

  private entity(): boolean {
    const match = this.match(ENTITY_AT);
    if (!match) return false;
    this.put(decodeHTML(match[0]).replaceAll('\u00A0', ' '));
    this.place += match[0].length;
    return true;
  }

  private tag(): boolean {
    const named = this.match(SLACK_LINK_AT);
    if (named) {
      this.links.push({ href: named[1] ?? '', from: this.parts.length, to: this.parts.length + 1 });
      this.put(named[2] ?? '');
      this.place += named[0].length;
      return true;
    }
    const url = this.match(ANGLE_LINK_AT);
    if (url) {
      this.links.push({ href: url[1] ?? '', from: this.parts.length, to: this.parts.length + 1 });
      this.put(url[1] ?? '');
      this.place += url[0].length;
      return true;
    }
    const comment = this.source.startsWith('<!--', this.place) ? this.source.indexOf('-->', this.place) : -1;
    if (comment > 0) {
      this.place = comment + 3;
      return true;
    }
    const match = this.match(TAG_AT);
    const name = match?.[2]?.toLowerCase();
    if (!match || !name || !KNOWN_TAGS.has(name)) return false;
    this.place += match[0].length;
    this.element(name, match[1] === '/', match[3] ?? '');
    return true;
  }

  private element(name: string, closes: boolean, attributes: string): void {
    // The summary of a fold is a shorter form of the text inside, so it is left out.
    if (name === 'summary') this.hidden = !closes;
    else if (BREAKS.has(name)) this.endLine();
    else if (name === 'a' && !closes) {
      const href = attribute(attributes, 'href');
      this.anchor = href === undefined ? undefined : { href, part: this.parts.length };
    } else if (name === 'a' && this.anchor) {
      this.links.push({ href: this.anchor.href, from: this.anchor.part, to: this.parts.length });
      this.anchor = undefined;
    } else if (name === 'img') this.put(attribute(attributes, 'alt') ?? '');
    else if ((name === 'b' || name === 'strong') && !closes) this.bold ??= this.putAt();
    else if ((name === 'b' || name === 'strong') && this.bold !== undefined) {
      this.strongs.push({ from: this.bold, to: this.parts.length });
      this.bold = undefined;
    }
  }

  private putAt(): number {
    this.put('');
    return this.parts.length;
  }

  private endLine(): void {
    const starts: number[] = [];
    let length = 0;
    for (const part of this.parts) {
      starts.push(length);
      length += part.length;
    }
    starts.push(length);
    const at = (part: number): number => starts[part] ?? length;
    const all = this.parts.join('');
    const text = all.trim();
    const shift = all.length - all.trimStart().length;
    const place = (part: number): number => Math.min(text.length, Math.max(0, at(part) - shift));
    this.lines.push({
      line: this.line,
      text,
      links: this.links.map(({ href, from, to }) => ({ href, start: place(from), end: place(to) })),
      strong: this.strongs.map(({ from, to }) => ({ start: place(from), end: place(to) })),
    });
    this.parts = [];
    this.brackets = [];
    this.links = [];
    this.strongs = [];
    this.bold = undefined;
    if (this.anchor) this.anchor.part = 0;
  }
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  const value = match && (match[1] ?? match[2] ?? match[3]);
  return value === null || value === undefined ? undefined : decodeHTML(value);
}

/** Inside brackets an address ends where the bracket is closed. */
function beforeBracket(address: string): string {
  const bracket = address.indexOf(']');
  return bracket > 0 ? address.slice(0, bracket) : address;
}
