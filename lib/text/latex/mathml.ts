import temml from 'temml';

/** So many of its commands may be the author's own before a formula is given up. */
const MOST_UNKNOWN = 8;

const UNKNOWN_COMMAND = /Unsupported function name: \\([a-zA-Z]+)/;

/** MathJax's, on which arXiv's own pages rely: `$\unicode{x2014}$`. */
const UNICODE = /\\unicode\{x([0-9a-f]{2,5})\}/gi;

/** To TeX a comment, to authors of abstracts a percentage. */
const BARE_PERCENT = /((?:^|[^\\])(?:\\\\)*)%/g;

/**
 * A formula as the source of MathML; undefined where it cannot be read. A command that nobody knows shows its
 * name, unless `strict`.
 */
export function mathmlOf(tex: string, { display = false, strict = false } = {}): string | undefined {
  // The converter writes small capitals with signs of phonetics, which nobody can search or hear.
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
        // A copy, for the converter keeps what a formula defines.
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
