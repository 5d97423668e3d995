import { GREEK } from './greek';

/** Commands that stand for a sign; every other command is replaced by its argument. */
// prettier-ignore
const SIGNS: Record<string, string> = {
  ...GREEK,
  times: '×', cdot: '·', leq: '≤', le: '≤', geq: '≥', ge: '≥', approx: '≈', sim: '∼', to: '→', rightarrow: '→',
  infty: '∞', pm: '±', in: '∈', ell: 'ℓ', ldots: '…', dots: '…', circ: '°',
};

// prettier-ignore
const RAISED: Record<string, string> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
  '+': '⁺', '-': '⁻', n: 'ⁿ',
};

/** Accent signs, by the sign that LaTeX writes before the letter. */
// prettier-ignore
const OVER: Record<string, string> = {
  "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303',
};

const TOKEN =
  /\\unicode\{x([\da-fA-F]{1,5})\}|\\(['`^"~])\{?([a-zA-Z])\}?|\\(log|ln|exp|min|max|arg|dim)\b|\\([a-zA-Z]+) ?|\\(.)|\^\{?([0-9+\-n])\}?|[{}$^]|~| ?--+ ?/g;

/** The tags that publishers' feeds use; `read-latex.ts` says why other tags are not taken. */
const TAGS = /<(i|em|sub|sup)>(.{0,300}?)<\/\1>/gis;

/**
 * A title or abstract as one line of plain text: commands are replaced by their arguments, signs by their characters.
 * It serves only for showing; what is stored stays as it was written.
 */
export function plainTex(source: string): string {
  return source
    .replaceAll(TAGS, '$2')
    .replaceAll(TOKEN, (token, ...parts: (string | undefined)[]) => {
      const [code, sign, letter, name, command, escaped, raised] = parts;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      if (sign !== undefined) return `${letter}${OVER[sign]}`.normalize();
      if (name !== undefined) return name;
      if (command !== undefined) return SIGNS[command] ?? '';
      if (escaped !== undefined) return escaped;
      if (raised !== undefined) return RAISED[raised] ?? raised;
      if (token === '~') return ' ';
      return token.includes('--') ? ' – ' : '';
    })
    .trim();
}
