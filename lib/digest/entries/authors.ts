/** Splits a list of people: at semicolons, `and`, commas, or Chinese enumeration commas. */
export function parseAuthors(text: string): string[] {
  const whole = text.replaceAll(/\s+/g, ' ').trim();
  const plain = (/^\[(?!\[).*\]$/.test(whole) ? fromLiteral(whole) : whole)
    .replaceAll(/\[\[([^[\]|]{1,80}\|)?([^[\]|]{1,80})\]\]/g, '$2')
    .replace(/[,;、]$|(?<=\p{L}\p{Ll}{3})\.$/u, '');
  if (plain === '' || /^(?:null|none|n\/a|unknown|-+|未知|无)$/i.test(plain)) return [];
  return split(plain)
    .map((name) => name.replace(/^and /i, '').trim())
    .filter((name) => name !== '');
}

const QUOTED = /'((?:[^'\\]|\\.)*)'(?!\s*:)|"((?:[^"\\]|\\.)*)"(?!\s*:)/g;

/** Reads a list as a program prints it: `['Ada Example', 'Bo Li']`, `[Author('Ada Example')]`. */
function fromLiteral(text: string): string {
  const names = [...text.matchAll(QUOTED)].map((match) => match[1] ?? match[2] ?? '');
  return names.length > 0 ? names.join('; ') : text.slice(1, -1);
}

function split(text: string): string[] {
  if (text.includes(';') || text.includes('；')) return outsideBrackets(text, /[;；]/);
  if (text.includes('|')) return text.split('|');
  if (text.includes('、')) return outsideBrackets(text, /[、，]/);
  return withInitials(outsideBrackets(text.replaceAll(/,? (?:and|&) /g, ', '), /[,，]/));
}

const INITIALS = /^\s*(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}\s*$/u;

/** Joins initials to the family name before them: `Smith, J. A., Doe, B.` */
function withInitials(pieces: string[]): string[] {
  if (!pieces.some((piece) => INITIALS.test(piece))) return pieces;
  const names: string[] = [];
  for (const piece of pieces) {
    const last = names.at(-1);
    if (last !== undefined && INITIALS.test(piece) && !last.includes(','))
      names[names.length - 1] = `${last.trim()}, ${piece.trim()}`;
    else names.push(piece);
  }
  return names;
}

/** Splits where no bracket is open: the comma in `A. Author (Dept., University)` ends no name. */
function outsideBrackets(text: string, separator: RegExp): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '(' || sign === '（') depth += 1;
    else if (sign === ')' || sign === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0 && separator.test(sign)) {
      names.push(text.slice(start, index));
      start = index + 1;
    }
  }
  names.push(text.slice(start));
  return names;
}
