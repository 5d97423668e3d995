import { GREEK } from './greek';

/** What commands of running text stand for. Commands of mathematics are left to the converter in `mathml.ts`. */
// prettier-ignore
export const SIGNS: Readonly<Record<string, string>> = {
  ...GREEK,
  ldots: '…', dots: '…', textellipsis: '…', textendash: '–', textemdash: '—', slash: '/', textbar: '|',
  textasciitilde: '~', textasciicircum: '^', textbackslash: '\\', textunderscore: '_', textless: '<',
  textgreater: '>', textdollar: '$', textquoteleft: '‘', textquoteright: '’', textquotesingle: "'",
  textquotedblleft: '“', textquotedblright: '”', textquotedbl: '"', textregistered: '®', texttrademark: '™',
  textcopyright: '©', copyright: '©', textdegree: '°', degree: '°', textrightarrow: '→', textleftarrow: '←',
  textuparrow: '↑', textdownarrow: '↓', textmu: 'µ', texttimes: '×', textpm: '±', pounds: '£', euro: '€',
  texteuro: '€', S: '§', P: '¶', dag: '†', ddag: '‡', textbullet: '•', item: '•', quad: ' ', qquad: ' ',
  space: ' ', newline: ' ', par: ' ', enspace: ' ', nobreakdash: '', LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX',
};

/**
 * Letters that ASCII lacks. Blanks after such a command belong to the command, as they do after every command with a
 * name.
 */
// prettier-ignore
export const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ',
  dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ',
};

/** The combining character of each accent command. */
// prettier-ignore
export const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307', '"': '\u0308',
  u: '\u0306', r: '\u030A', H: '\u030B', v: '\u030C', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331',
};

export type TexStyle =
  'bold' | 'italic' | 'code' | 'small-caps' | 'underlined' | 'struck' | 'raised' | 'lowered';

/** Commands that style their argument. */
// prettier-ignore
export const STYLES: Readonly<Record<string, TexStyle>> = {
  textbf: 'bold', mathbf: 'bold', boldsymbol: 'bold', bm: 'bold', textit: 'italic', emph: 'italic',
  textsl: 'italic', mathit: 'italic', texttt: 'code', mathtt: 'code', lstinline: 'code', textsc: 'small-caps',
  underline: 'underlined', uline: 'underlined', ul: 'underlined', sout: 'struck', st: 'struck',
  textsuperscript: 'raised', textsubscript: 'lowered',
};

/** Commands that style the rest of the group in which they stand. */
// prettier-ignore
export const SWITCHES: Readonly<Record<string, TexStyle>> = {
  bf: 'bold', bfseries: 'bold', it: 'italic', itshape: 'italic', em: 'italic', sl: 'italic', slshape: 'italic',
  tt: 'code', ttfamily: 'code', sc: 'small-caps', scshape: 'small-caps',
};

/** Commands of which nothing is shown, each with the number of its arguments that are not shown either. */
// prettier-ignore
export const UNSEEN: Readonly<Record<string, number>> = {
  rm: 0, sf: 0, normalfont: 0, rmfamily: 0, sffamily: 0, upshape: 0, mdseries: 0, normalsize: 0, small: 0,
  footnotesize: 0, scriptsize: 0, tiny: 0, large: 0, Large: 0, LARGE: 0, huge: 0, Huge: 0, noindent: 0,
  centering: 0, xspace: 0, ignorespaces: 0, protect: 0, relax: 0, leavevmode: 0, maketitle: 0, hfill: 0,
  smallskip: 0, medskip: 0, bigskip: 0, displaystyle: 0, footnotemark: 0, sloppy: 0,
  textcolor: 1, color: 1, colorbox: 1, foreignlanguage: 1, label: 1, begin: 1, end: 1, vspace: 1, hspace: 1,
  fontsize: 2, selectfont: 0, hyperlink: 1, hypertarget: 1, phantom: 1, vphantom: 1, hphantom: 1, thanks: 0,
};

/**
 * Commands whose argument names something that only the paper's own file knows; the argument is shown in brackets.
 */
export const REFERENCES: ReadonlySet<string> = new Set(
  'cite citep citet citeauthor citeyear citealp citealt parencite textcite autocite ref eqref cref Cref autoref'.split(
    ' ',
  ),
);

/** Commands of mathematics with arguments. They are formulas even without dollar signs around them. */
export const FORMULAS: ReadonlySet<string> = new Set(
  'frac tfrac dfrac sqrt binom hat bar tilde vec overline widehat widetilde mathcal mathbb mathfrac mathfrak mathscr sum prod int'.split(
    ' ',
  ),
);
