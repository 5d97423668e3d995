import temml from 'temml';

/** How many of a formula's commands may be the author's own before the formula is given up. */
const MOST_UNKNOWN = 8;

const UNKNOWN_COMMAND = /Unsupported function name: \\([a-zA-Z]+)/;

/** A command of MathJax on which arXiv's own pages rely: `$\unicode{x2014}$`. */
const UNICODE = /\\unicode\{x([0-9a-f]{2,5})\}/gi;

/** A percent sign begins a comment in TeX, but authors of abstracts mean a percentage. */
const BARE_PERCENT = /((?:^|[^\\])(?:\\\\)*)%/g;

/**
 * The MathML of a formula; undefined if the formula cannot be read. An unknown command shows its name; with `strict`
 * it makes the formula unreadable.
 */
export function mathmlOf(tex: string, { display = false, strict = false } = {}): string | undefined {
  // The converter would write small capitals with phonetic signs, which nobody can search for or hear.
  const macros: Record<string, string> = { '\\textsc': '\\text{#1}' };
  const readable = tex
    .replaceAll(UNICODE, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(BARE_PERCENT, '$1\\%');
  for (let unknown = 0; unknown <= MOST_UNKNOWN; unknown += 1) {
    try {
      return temml.renderToString(readable, {
        displayMode: display,
        throwOnError: true,
        xml: true,
        strict: false,
        maxExpand: 200,
        maxSize: [20, 500],
        // A copy is passed because the converter adds what a formula defines.
        macros: { ...macros },
      });
    } catch (error) {
      const name = UNKNOWN_COMMAND.exec(String(error))?.[1];
      if (strict || name === undefined || `\\${name}` in macros) return undefined;
      macros[`\\${name}`] = `\\text{${name}}`;
    }
  }
  return undefined;
}
