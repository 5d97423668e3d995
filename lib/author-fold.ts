/**
 * The longest way to write these authors that fits: all of them; or some from the front, the last, and how many
 * there are; or just the first. Names stay whole.
 */
export function foldAuthors(authors: readonly string[], fits: (text: string) => boolean): string {
  const all = authors.join(', ');
  const last = authors.at(-1);
  if (last === undefined || fits(all)) return all;
  for (let front = authors.length - 2; front >= 1; front -= 1) {
    const folded = `${authors.slice(0, front).join(', ')} … ${last} (${authors.length})`;
    if (fits(folded)) return folded;
  }
  return authors.length > 1 ? `${authors[0]} (${authors.length})` : all;
}
