/** Endings in -s that are no plural: `bias`, `corpus`, `class`, `basis`. */
const NO_PLURAL = /(?:[aiu]s|ss)$/;

/**
 * The term under which a lower-case word is counted: the word without its plural ending, after the S stemmer of
 * Harman, "How effective is suffixing?" (1991). It removes less than Porter's stemmer, so that terms stay words that
 * a reader knows.
 */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || NO_PLURAL.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:[sxz]|[cs]h)es$/.test(word) && word.length > 5) return word.slice(0, -2);
  return word.slice(0, -1);
}
