/**
 * The source of a pattern that matches any word of some lists, each written as `paper(s), table of contents`. What
 * stands in brackets may be absent; every other sign means itself.
 */
export function anyOf(...lists: readonly string[]): string {
  return either(...lists.flatMap((list) => list.split(', ')).map(toPattern));
}

/** The source of a pattern that matches what any of some patterns matches; the first that fits is taken. */
export function either(...patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

function toPattern(word: string): string {
  return word.replaceAll(/[\\^$.*+?[\]{}|]/g, String.raw`\$&`).replaceAll(/\(([^()]*)\)/g, '(?:$1)?');
}
