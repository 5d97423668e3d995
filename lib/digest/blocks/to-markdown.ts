import { addressBefore } from '../addresses';

/** Turns other notations into Markdown, line by line, so that line numbers stay true. */
export function toMarkdown(path: string, text: string): string {
  const start = text.slice(0, 2000);
  if (/\.org$/i.test(path) || /^#\+title:/im.test(start)) return withLinks(fromOrg(text));
  if (/\.(?:adoc|asciidoc)$/i.test(path) || /^= \S/.test(start)) return withLinks(fromAsciiDoc(text));
  if (/\.tex$/i.test(path) || /\\begin\{(?:document|itemize|enumerate)\}/.test(start))
    return withLinks(fromLatex(text));
  return withReferences(withLinks(fromChat(text)));
}

const MESSAGE =
  /^\u200E?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\]?(?: -)? [^:\n]{1,40}: /gim;

/** Reads a chat that was exported as text, in which a message begins with `[10/04/2025, 09:00:12] Bot: …`. */
function fromChat(text: string): string {
  return text.slice(0, 2000).search(MESSAGE) >= 0 ? text.replaceAll(MESSAGE, '- ') : text;
}

/** Org-mode: `** Heading`, `[[address][words]]`, `:KEY: value`. */
function fromOrg(text: string): string {
  return text
    .replaceAll(/^(\*{1,6}) (?:TODO |DONE )?/gm, (_, stars: string) => `${'#'.repeat(stars.length)} `)
    .replaceAll(/\[\[([^\][\n]{1,500})\]\[([^\][\n]{1,500})\]\]/g, '[$2]($1)')
    .replaceAll(/^[ \t]*:(?:PROPERTIES|END):[ \t]*$/gim, '')
    .replaceAll(/^[ \t]*:([A-Z_-]{2,30}):[ \t]+/gim, '$1: ')
    .replaceAll(/^#\+(\w{2,20}):[ \t]*(.*)$/gim, (_, key: string, value: string) =>
      /^title$/i.test(key) ? `# ${value}` : `${key}: ${value}`,
    );
}

const RST_LINK = new RegExp(`\`([^\`<\\n]{1,500}?)\\s*<(${addressBefore('>')})>\`__?`, 'g');
const WIKI_LINK = new RegExp(String.raw`(?<!\[)\[(${addressBefore('[\\]')}) ([^\][\n]{3,500})\](?!\()`, 'g');
const ASCIIDOC_LINK = new RegExp(String.raw`(?:link:)?(${addressBefore('[\\]')})\[([^\][\n]{0,500})\]`, 'g');

/** Turns the links of reStructuredText, MediaWiki and LaTeX into those of Markdown. */
function withLinks(text: string): string {
  let out = text;
  if (out.includes('>`_')) out = out.replaceAll(RST_LINK, '[$1]($2)');
  if (out.includes('[http')) out = out.replaceAll(WIKI_LINK, '[$2]($1)');
  if (out.includes('\\href')) {
    out = out
      .replaceAll(/\\href\{([^{}\n]{1,500})\}\{([^{}\n]{1,500})\}/g, '[$2]($1)')
      .replaceAll(/^[ \t]*\\item[ \t]+/gm, '- ');
  }
  return out;
}

/** AsciiDoc: `== Heading`, `https://address[words]`, `*bold*`, `:key: value`. */
function fromAsciiDoc(text: string): string {
  return text
    .replaceAll(/^(={1,6}) (?=\S)/gm, (_, signs: string) => `${'#'.repeat(signs.length)} `)
    .replaceAll(ASCIIDOC_LINK, (_, address: string, words: string) =>
      words ? `[${words}](${address})` : address,
    )
    .replaceAll(/(?<![*\w])\*([^*\n]{1,300})\*(?![*\w])/g, '**$1**')
    .replaceAll(/^:([\w-]{1,30}):[ \t]+/gm, '$1: ')
    .replaceAll(/ \+$/gm, '');
}

/** Reads a list written in LaTeX: `\section{…}`, `\item \textbf{Title} \\`. Formulas stay as they are. */
function fromLatex(text: string): string {
  return text
    .replaceAll(
      /^[ \t]*\\(sub)*section\*?\{([^{}\n]{1,300})\}/gm,
      (whole, _, words: string) => `${'#'.repeat(whole.split('sub').length + 1)} ${words}`,
    )
    .replaceAll(/^[ \t]*\\title\{([^{}\n]{1,300})\}/gm, '# $1')
    .replaceAll(/^[ \t]*\\date\{([^{}\n]{1,60})\}/gm, 'Date: $1')
    .replaceAll(/^[ \t]*\\(?:documentclass|usepackage|begin|end|maketitle)\b[^\n]*$/gm, '')
    .replaceAll(/\\textbf\{([^{}\n]{1,500})\}/g, '**$1**')
    .replaceAll(/\\(?:emph|textit|textsc)\{([^{}\n]{1,500})\}/g, '*$1*')
    .replaceAll(/\\url\{([^{}\n]{1,500})\}/g, '$1')
    .replaceAll(/[ \t]*\\\\[ \t]*$/gm, '');
}

const DEFINITION = new RegExp(String.raw`^ {0,3}\[([^\]\n]{1,80})\]:[ \t]+<?(${addressBefore('>')})>?`, 'gm');

/** Turns `[words][1]` with `[1]: address` into `[words](address)`. */
function withReferences(text: string): string {
  if (!text.includes('][')) return text;
  const addresses = new Map<string, string>();
  for (const match of text.matchAll(DEFINITION))
    addresses.set((match[1] ?? '').toLowerCase(), match[2] ?? '');
  if (addresses.size === 0) return text;
  return text.replaceAll(
    /\[([^\][\n]{1,400})\]\[([^\][\n]{0,80})\]/g,
    (whole, words: string, name: string) => {
      const address = addresses.get((name || words).toLowerCase());
      return address === undefined ? whole : `[${words}](${address})`;
    },
  );
}
