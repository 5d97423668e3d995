/** A formula, a command, an escaped sign, or a sign that means something to LaTeX; all other text is plain. */
const TOKEN = /(?<!\\)\$\$?[^$]{1,2000}(?<!\\)\$\$?|\\(?:[a-zA-Z]+|[^a-zA-Z\s])|[&%#_^$\\]/g;

const ESCAPED: Record<string, string> = {
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '^': '\\^{}',
  '\\': '\\textbackslash{}',
};

/**
 * A title or a name as one line of LaTeX. LaTeX in the text stays, special signs outside of it are escaped, and
 * braces come out balanced, because an unbalanced brace would swallow the rest of the file.
 */
export function latexText(text: string): string {
  return withBalancedBraces(text.replaceAll(/\s+/g, ' ').trim()).replaceAll(
    TOKEN,
    (token) => ESCAPED[token] ?? token,
  );
}

/** Balances `{` and `\{` separately, since BibTeX counts `\{` as a brace and other programs do not. */
function withBalancedBraces(line: string): string {
  const braces = [...line.matchAll(/\\?[{}]/g)];
  const lone = new Set([...unpairedBraces(braces, '{', '}'), ...unpairedBraces(braces, '\\{', '\\}')]);
  return line.replaceAll(/\\?[{}]/g, (brace, at: number) => {
    if (!lone.has(at)) return brace;
    return brace.endsWith('{') ? '\\textbraceleft{}' : '\\textbraceright{}';
  });
}

/** The places of the braces that have no partner. */
function unpairedBraces(braces: readonly RegExpExecArray[], opening: string, closing: string): number[] {
  const lone: number[] = [];
  const open: number[] = [];
  for (const { 0: brace, index } of braces) {
    if (brace === opening) open.push(index);
    else if (brace === closing && open.pop() === undefined) lone.push(index);
  }
  return [...lone, ...open];
}
