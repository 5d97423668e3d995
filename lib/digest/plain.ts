/** Other ways of writing text brought to Markdown, line by line, so that line numbers stay true. */
export function toMarkdown(path: string, text: string): string {
  const isOrg = /\.org$/i.test(path) || /^#\+title:/im.test(text.slice(0, 2000));
  const isYaml = /\.ya?ml$/i.test(path);
  return withReferences(withLinks(isOrg ? fromOrg(text) : isYaml ? fromYaml(text) : text));
}

/** Org-mode: `** Heading`, `[[address][words]]`, `:KEY: value`. */
function fromOrg(text: string): string {
  return text
    .replaceAll(/^(\*{1,6}) (?:TODO |DONE )?/gm, (_, stars: string) => `${'#'.repeat(stars.length)} `)
    .replaceAll(/\[\[([^\][\n]{1,500})\]\[([^\][\n]{1,500})\]\]/g, '[$2]($1)')
    .replaceAll(/^:(?:PROPERTIES|END):[ \t]*$/gim, '')
    .replaceAll(/^:([A-Z_-]{2,30}):[ \t]+/gim, '$1: ')
    .replaceAll(/^#\+(\w{2,20}):[ \t]*(.*)$/gim, (_, key: string, value: string) =>
      /^title$/i.test(key) ? `# ${value}` : `${key}: ${value}`,
    );
}

/** Links of reStructuredText, MediaWiki and LaTeX. */
function withLinks(text: string): string {
  let out = text;
  if (out.includes('>`_'))
    out = out.replaceAll(/`([^`<\n]{1,500}?)\s*<(https?:[^>\s]{1,500})>`__?/g, '[$1]($2)');
  if (out.includes('[http'))
    out = out.replaceAll(/(?<!\[)\[(https?:\/\/[^\s\][]{1,500}) ([^\][\n]{3,500})\](?!\()/g, '[$2]($1)');
  if (out.includes('\\href')) {
    out = out
      .replaceAll(/\\href\{([^{}\n]{1,500})\}\{([^{}\n]{1,500})\}/g, '[$2]($1)')
      .replaceAll(/^[ \t]*\\item[ \t]+/gm, '- ');
  }
  return out;
}

/** Texts over several lines (`title: >-`) and lists of texts (`authors:` over `- Ada Example`) put in one line. */
function fromYaml(text: string): string {
  const lines = text.split('\n');
  let open: { at: number; indent: number; isList: boolean } | undefined;
  lines.forEach((line, index) => {
    const indent = line.search(/\S/);
    const item = /^\s*-\s+([^:]+)$/.exec(line)?.[1];
    if (open && indent > open.indent && (!open.isList || item)) {
      const said = (open.isList ? item : line)?.trim().replace(/^["'](.*)["']$/, '$1') ?? '';
      const before = lines[open.at] ?? '';
      lines[open.at] = `${before}${/:\s*$/.test(before) ? ' ' : open.isList ? ', ' : ' '}${said}`;
      lines[index] = '';
      return;
    }
    const key = /^(\s*(?:-\s+)?)[\w-]{1,40}:\s*([>|][+-]?)?\s*$/.exec(line);
    open = key ? { at: index, indent: key[1]?.length ?? 0, isList: key[2] === undefined } : undefined;
    if (key?.[2]) lines[index] = line.replace(/[>|][+-]?\s*$/, '');
  });
  return lines.join('\n');
}

const DEFINITION = /^ {0,3}\[([^\]\n]{1,80})\]:[ \t]+<?(https?:\/\/[^\s>]{1,500})>?/gm;

/** `[words][1]` and `[1]: address` become `[words](address)`. */
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
