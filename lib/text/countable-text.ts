/** Commands that only style the letters after them: `\textbf{Q}uery` is one word. */
const DRESSING =
  /\\(?:text|math)(?:bf|it|rm|sf|sc|tt|sl|up|md|cal|bb|normal)\s*|\\(?:emph|underline|boldsymbol|bm)\s*/g;

/** Accents written as commands: `Schr\"odinger`, `Caf\'{e}`, `\c{c}`. The bare letter is enough to find the word. */
const ACCENT = /\\(?:["'`^~=.]\s*|[cuvHkrbdt](?=\s*\{))/g;

const COMMAND = /\\[a-zA-Z]+\*?|\\[^a-zA-Z]/g;
const TAG = /<!--[\s\S]*?-->|<\/?[a-zA-Z][^<>]{0,300}>/g;
const ADDRESS = /https?:\/\/\S+|this https? URL/gi;
const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi;

/**
 * Format characters (zero-width spaces, soft hyphens, direction marks, tags). Nobody sees them, so they must not be
 * counted.
 */
const INVISIBLE = /\p{Cf}/gu;

/** The text without LaTeX commands, tags, addresses and invisible characters, as a person would read it aloud. */
export function plainText(text: string): string {
  let plain = text.normalize('NFKC');
  if (/[^\x20-\x7e]/.test(plain)) plain = plain.replace(INVISIBLE, '');
  if (plain.includes('<')) plain = plain.replace(TAG, ' ');
  if (plain.includes('&')) plain = plain.replace(ENTITY, ' ');
  if (/http/i.test(plain)) plain = plain.replace(ADDRESS, ' ');
  if (plain.includes('\\')) {
    plain = plain.replace(DRESSING, '').replace(ACCENT, '').replace(COMMAND, ' ');
  }
  return plain.replace(/[{}$]/g, '');
}
