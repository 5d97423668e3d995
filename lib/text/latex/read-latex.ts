import {
  ACCENTS,
  FORMULAS,
  LETTERS,
  REFERENCES,
  SIGNS,
  STYLES,
  SWITCHES,
  type TexStyle,
  UNSEEN,
} from './signs';

/** A piece of a title or an abstract as it is shown: text, or something more than text. */
export type TexPiece =
  | { kind: 'text'; text: string }
  | { kind: 'styled'; style: TexStyle; pieces: TexPiece[] }
  /** `source` is the formula as it was written, with the signs at its beginning and end. */
  | { kind: 'formula'; tex: string; source: string; display: boolean }
  /** A command without arguments that is no sign of text: a command of mathematics, or the author's own. */
  | { kind: 'command'; name: string }
  | { kind: 'link'; url: string; pieces: TexPiece[] }
  /** `this https URL`: arXiv's listings had a link here, and digests have only its words. */
  | { kind: 'lost-link'; text: string };

/** A text without any of these characters and words is only text. */
const SPECIAL = /[\\${}~^_<]|``|''|--|this https? URL/i;

/** Groups nested deeper than this, which nobody writes, are shown as they stand. */
const DEEPEST = 30;
const LONGEST_FORMULA = 2000;

/** Reads LaTeX as authors write it into titles and abstracts. Nothing is an error: what is not LaTeX is text. */
export function readTex(source: string): TexPiece[] {
  if (!SPECIAL.test(source)) return source === '' ? [] : [{ kind: 'text', text: source }];
  return readGroup({ source, closing: closingBraces(source) }, 0, source.length, 0);
}

/** The text of pieces as it reads; a formula or command, which is no text, is one character. */
export function textOfPieces(pieces: readonly TexPiece[]): string {
  return pieces.map(textOfPiece).join('');
}

function textOfPiece(piece: TexPiece): string {
  switch (piece.kind) {
    case 'text':
    case 'lost-link':
      return piece.text;
    case 'styled':
    case 'link':
      return textOfPieces(piece.pieces);
    case 'command':
    case 'formula':
      return '\uFFFC';
  }
}

interface Written {
  source: string;
  /** The place of the closing brace, by the place of the opening brace, for braces that have both. */
  closing: ReadonlyMap<number, number>;
}

function closingBraces(source: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '{') open.push(at);
    else if (source[at] === '}') {
      const from = open.pop();
      if (from !== undefined) closing.set(from, at);
    }
  }
  return closing;
}

/** A list of pieces that is being made; text after text is joined into one piece. */
class Pieces {
  readonly list: TexPiece[] = [];
  text(text: string): void {
    const last = this.list.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') this.list.push({ kind: 'text', text });
  }
  add(...pieces: readonly TexPiece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'text') this.text(piece.text);
      else this.list.push(piece);
    }
  }
}

/** What stands at one place: its pieces, and where it ends. */
interface Read {
  pieces: TexPiece[];
  end: number;
}

const PLAIN = /[^\\${}~^_<`'\-tT]+/y;
const LOST_LINK = /this https? URL/iy;
const DASHES = /-{2,}/y;

function readGroup(written: Written, start: number, end: number, depth: number): TexPiece[] {
  const { source } = written;
  if (depth > DEEPEST) return [{ kind: 'text', text: source.slice(start, end) }];
  const pieces = new Pieces();
  let at = start;
  let quotes = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0].slice(0, end - at);
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < end) {
    const plain = take(PLAIN);
    if (plain !== undefined) {
      pieces.text(plain);
      continue;
    }
    const sign = source[at] ?? '';
    const pair = source.slice(at, Math.min(at + 2, end));
    const read = readAt(written, at, end, depth);
    if (read) {
      pieces.add(...read.pieces);
      at = read.end;
      continue;
    }
    const lost = take(LOST_LINK);
    if (lost !== undefined) {
      pieces.add({ kind: 'lost-link', text: lost });
    } else if (pair === '``') {
      pieces.text('“');
      quotes += 1;
      at += 2;
    } else if (pair === "''" && quotes > 0) {
      pieces.text('”');
      quotes -= 1;
      at += 2;
    } else if (pair === '--') {
      const before = source[at - 1];
      const dashes = take(DASHES) ?? '';
      pieces.text(dashOf(dashes, before, source[at]));
    } else if (sign === '~') {
      pieces.text(isTie(source[at - 1], source[at + 1]) ? '\u00A0' : '~');
      at += 1;
    } else {
      pieces.text(sign);
      at += 1;
    }
  }
  return pieces.list;
}

/** The dash that hyphens stand for. `--verbose` stays as it is; `1--5` and `a -- b` get dashes. */
function dashOf(dashes: string, before: string | undefined, after: string | undefined): string {
  const isOption = (before === undefined || before === ' ') && after !== undefined && /\w/.test(after);
  if (isOption || dashes.length > 3) return dashes;
  return dashes.length === 3 ? '—' : '–';
}

/** Whether a `~` ties two words. Before a number, or after a blank, it means "about": `(~14x`, `5~10`. */
function isTie(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || /[\s([]/.test(before)) return false;
  return after === undefined || !/\d/.test(after) || /[.}]/.test(before);
}

function readAt(written: Written, at: number, end: number, depth: number): Read | undefined {
  const { source, closing } = written;
  switch (source[at]) {
    case '\\':
      return readCommand(written, at, end, depth);
    case '$':
      return readDollars(source, at, end);
    case '{': {
      const close = closing.get(at);
      // A brace without its other half is a slip, and LaTeX never shows a brace that has no backslash.
      if (close === undefined || close >= end) return { pieces: [], end: at + 1 };
      return { pieces: readGroup(written, at + 1, close, depth + 1), end: close + 1 };
    }
    case '}':
      return { pieces: [], end: at + 1 };
    case '^':
    case '_':
      return readRaised(written, at, end, depth);
    case '<':
      return readTags(written, at, end, depth);
    default:
      return undefined;
  }
}

const RAISED = /\^(?:[-+]?\d+|n\b)/y;

/** Reads `10^{-3}`, `pass^3` and `H_{2}O` outside of formulas. An underscore in a name stays an underscore. */
function readRaised(written: Written, at: number, end: number, depth: number): Read | undefined {
  const style: TexStyle = written.source[at] === '^' ? 'raised' : 'lowered';
  const group = groupAt(written, at + 1, end);
  if (group) {
    const pieces = readGroup(written, group.from, group.to, depth + 1);
    return { pieces: [{ kind: 'styled', style, pieces }], end: group.end };
  }
  RAISED.lastIndex = at;
  const found = RAISED.exec(written.source)?.[0];
  if (found === undefined || at + found.length > end) return undefined;
  const pieces: TexPiece[] = [{ kind: 'text', text: found.slice(1) }];
  return { pieces: [{ kind: 'styled', style, pieces }], end: at + found.length };
}

const STYLE_OF_TAG: Record<string, TexStyle> = { i: 'italic', em: 'italic', sub: 'lowered', sup: 'raised' };

/**
 * The content is no longer than a title, so that the end of a tag that is never closed is not searched for again and
 * again.
 */
const TAGS = /<(i|em|sub|sup)>(.{0,300}?)<\/\1>/isy;

/**
 * Reads `CO<sub>2</sub>`, as publishers' feeds have it. A tag of any other name is text, such as a model's `<think>`.
 */
function readTags(written: Written, at: number, end: number, depth: number): Read | undefined {
  const [all = '', name = '', inside = ''] = match(TAGS, written.source, at, end) ?? [];
  const style = STYLE_OF_TAG[name.toLowerCase()];
  if (style === undefined) return undefined;
  const from = at + name.length + 2;
  return styled(style, readGroup(written, from, from + inside.length, depth + 1), at + all.length);
}

interface Group {
  from: number;
  to: number;
  end: number;
}

function groupAt({ source, closing }: Written, at: number, limit: number): Group | undefined {
  const to = source[at] === '{' ? closing.get(at) : undefined;
  return to === undefined || to >= limit ? undefined : { from: at + 1, to, end: to + 1 };
}

/** Reads `$…$` and `$$…$$`, if a formula stands between the signs and not the text between two prices. */
function readDollars(source: string, at: number, end: number): Read | undefined {
  const sign = source.startsWith('$$', at) ? '$$' : '$';
  const from = at + sign.length;
  const to = closingDollar(source, sign, from, Math.min(end, from + LONGEST_FORMULA));
  if (to === undefined) {
    // The two dollar signs have nothing between them.
    return sign === '$$' ? { pieces: [], end: from } : undefined;
  }
  const tex = source.slice(from, to);
  if (!isFormula(tex, source[to + sign.length])) return undefined;
  const formula: TexPiece = {
    kind: 'formula',
    tex,
    source: source.slice(at, to + sign.length),
    display: sign === '$$',
  };
  return { pieces: [formula], end: to + sign.length };
}

/**
 * The first closing sign that is not within braces, because `$\text{$n$ items}$` is one formula; if there is none,
 * the first sign.
 */
function closingDollar(source: string, sign: string, from: number, limit: number): number | undefined {
  let first: number | undefined;
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '{') depth += 1;
    else if (source[at] === '}') depth -= 1;
    else if (source.startsWith(sign, at)) {
      if (depth <= 0) return at;
      first ??= at;
    }
  }
  return first;
}

const WORDS = /[a-z]{3,} +[a-z]{3,}/i;

function isFormula(tex: string, after: string | undefined): boolean {
  if (tex.trim() === '') return false;
  if (/^\s?[\d.,]+/.test(tex) && WORDS.test(tex)) return false;
  if (/[\\^_=<>{}|]/.test(tex)) return true;
  const isClose = !/^\s|\s$/.test(tex) && !/\d/.test(after ?? '');
  return (isClose || /^\s\S{1,10}\s$/.test(tex)) && !WORDS.test(tex);
}

const COMMAND = /\\([a-zA-Z]+)\*?|\\([^a-zA-Z])/y;

function readCommand(written: Written, at: number, end: number, depth: number): Read | undefined {
  const { source } = written;
  COMMAND.lastIndex = at;
  const found = COMMAND.exec(source);
  if (!found || at + found[0].length > end) return undefined;
  const [, name = '', sign = ''] = found;
  const after = at + found[0].length;
  return (
    readAccent(written, name || sign, after, end) ??
    (sign === '' ? readWord(written, name, at, after, end, depth) : readSign(source, sign, at, after, end))
  );
}

/** A letter with its accent: `\'e`, `\"{o}`, `\v{c}`, `\'\i`. */
const BARE_LETTER = /(?:\s*(\p{L})|\\([ij])(?![a-zA-Z]))/uy;
const BRACED_LETTER = /\s*\{(?:(\p{L})|\\([ij])\s*)?\}/uy;

function readAccent({ source }: Written, name: string, at: number, end: number): Read | undefined {
  const accent = entry(ACCENTS, name);
  if (accent === undefined) return undefined;
  const alone = name === '~' || name === '^' ? name : '';
  // The accent stands without a letter: `T{\"}ulu`.
  if (at >= end) return text(alone, end);
  const isWord = /[a-z]/i.test(name);
  for (const pattern of isWord ? [BRACED_LETTER] : [BRACED_LETTER, BARE_LETTER]) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (!found || pattern.lastIndex > end) continue;
    const [, letter, dotless] = found;
    const base = letter === 'ı' ? 'i' : (letter ?? dotless);
    return text(base === undefined ? alone : (base + accent).normalize('NFC'), pattern.lastIndex);
  }
  return undefined;
}

/** Reads a backslash before a character that is no letter. */
function readSign(source: string, sign: string, at: number, after: number, end: number): Read {
  const closing = sign === '(' ? '\\)' : sign === '[' ? '\\]' : undefined;
  if (closing !== undefined) {
    const to = source.indexOf(closing, after);
    if (to >= 0 && to + 2 <= end) {
      const formula: TexPiece = {
        kind: 'formula',
        tex: source.slice(after, to),
        source: source.slice(at, to + 2),
        display: sign === '[',
      };
      return { pieces: [formula], end: to + 2 };
    }
  }
  if (/[,;:\\]/.test(sign)) return text(' ', after);
  return text(/[!@/-]/.test(sign) ? '' : sign, after);
}

const VERBATIM = /([^a-zA-Z\s*{])(.*?)\1/y;
const CHARACTERS = new Set(['unicode', 'char', 'symbol']);
const CODE_POINT = /\{?\s*[x"]?([0-9a-f]{2,5})\s*\}?/iy;
const SPACES = /\s*/y;

function match(pattern: RegExp, source: string, at: number, end: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  return found && pattern.lastIndex <= end ? found : undefined;
}

/**
 * The entry of a table. Properties that every object has do not count, since an author may call a command
 * `\constructor`.
 */
function entry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const text = (said: string, end: number): Read => ({ pieces: [{ kind: 'text', text: said }], end });

/** Reads a command with a name, with as many arguments as it is known to have. */
function readWord(
  written: Written,
  name: string,
  at: number,
  after: number,
  end: number,
  depth: number,
): Read {
  const { source } = written;
  const afterBlanks = (from: number): number => {
    match(SPACES, source, from, end);
    return Math.min(SPACES.lastIndex, end);
  };
  const argument = (from: number): Group | undefined => groupAt(written, afterBlanks(from), end);
  const first = argument(after);

  const letter = entry(LETTERS, name);
  if (letter !== undefined) return text(letter, afterBlanks(after));
  const sign = entry(SIGNS, name);
  if (sign !== undefined) return text(sign, after);
  const rest = entry(SWITCHES, name);
  if (rest !== undefined) {
    // Authors write `\bf{word}` and mean `\textbf{word}`.
    const to = first?.end ?? end;
    return styled(rest, readGroup(written, afterBlanks(after), to, depth + 1), to);
  }
  const unseen = entry(UNSEEN, name);
  if (unseen !== undefined) {
    let to = after;
    for (let count = unseen; count > 0; count -= 1) to = argument(to)?.end ?? to;
    return { pieces: [], end: to };
  }
  const verbatim = name === 'verb' && match(VERBATIM, source, after, end);
  if (verbatim) return styled('code', [{ kind: 'text', text: verbatim[2] ?? '' }], VERBATIM.lastIndex);
  const numbered = CHARACTERS.has(name) && match(CODE_POINT, source, after, end);
  if (numbered)
    return text(String.fromCodePoint(Number.parseInt(numbered[1] ?? '', 16)), CODE_POINT.lastIndex);
  // `"\n\n"` in an abstract is about line breaks.
  if (name === 'n' || name === 't') return text(`\\${name}`, after);
  if (first) return readArgument(written, name, at, first, argument(first.end), depth);
  const isDress = entry(STYLES, name) !== undefined || REFERENCES.has(name);
  return { pieces: isDress ? [] : [{ kind: 'command', name }], end: after };
}

/** Reads a command that stands before one or two arguments. */
function readArgument(
  written: Written,
  name: string,
  at: number,
  first: Group,
  second: Group | undefined,
  depth: number,
): Read {
  const sourceOf = ({ from, to }: Group): string => written.source.slice(from, to);
  const piecesOf = ({ from, to }: Group): TexPiece[] => readGroup(written, from, to, depth + 1);
  // arXiv takes the `\r` of `\rho` for an accent, and lists `\r{ho}`.
  const greek = name.length === 1 ? entry(SIGNS, name + sourceOf(first)) : undefined;
  if (greek !== undefined) return text(greek, first.end);
  const style = entry(STYLES, name);
  if (style !== undefined) return styled(style, piecesOf(first), first.end);
  if (REFERENCES.has(name)) return between('[', piecesOf(first), ']', first.end);
  if (name === 'footnote') return between(' (', piecesOf(first), ')', first.end);
  if (name === 'url') return link(sourceOf(first), undefined, first.end);
  if (name === 'href' && second) return link(sourceOf(first), piecesOf(second), second.end);
  if (FORMULAS.has(name)) {
    const end = (name.endsWith('frac') || name === 'binom') && second ? second.end : first.end;
    const tex = written.source.slice(at, end);
    return { pieces: [{ kind: 'formula', tex, source: tex, display: false }], end };
  }
  // The command is the author's own: its argument is its content, and if that is empty, its name is shown.
  const pieces: TexPiece[] = first.from === first.to ? [{ kind: 'command', name }] : piecesOf(first);
  return { pieces, end: first.end };
}

function between(before: string, pieces: readonly TexPiece[], after: string, end: number): Read {
  return { pieces: [{ kind: 'text', text: before }, ...pieces, { kind: 'text', text: after }], end };
}

function styled(style: TexStyle, pieces: TexPiece[], end: number): Read {
  return { pieces: [{ kind: 'styled', style, pieces }], end };
}

function link(written: string, said: TexPiece[] | undefined, end: number): Read {
  const url = written.replaceAll(/\\([%#_&~])/g, '$1').trim();
  const pieces: TexPiece[] = said ?? [{ kind: 'text', text: url }];
  const isAddress = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (isAddress) return { pieces: [{ kind: 'link', url, pieces }], end };
  // Of `\href{this https URL}{repository}` the words remain.
  const lost = /^this https? URL$/i.test(url) && said === undefined;
  return { pieces: lost ? [{ kind: 'lost-link', text: url }] : pieces, end };
}
