/**
 * The longest way to write these authors that fits: all of them; or some from the front, the last, and how many
 * there are; or just the first. Names stay whole.
 */
export function foldAuthors(authors: readonly string[], fits: (text: string) => boolean): string {
  const all = authors.join(', ');
  const last = authors.at(-1);
  if (last === undefined || fits(all)) return all;
  const folded = (front: number) => `${authors.slice(0, front).join(', ')} … ${last} (${authors.length})`;
  // The more names the wider: halving finds the most that fit without trying them all.
  let [fitting, wide] = [0, authors.length - 1];
  while (wide - fitting > 1) {
    const front = Math.floor((fitting + wide) / 2);
    if (fits(folded(front))) fitting = front;
    else wide = front;
  }
  if (fitting > 0) return folded(fitting);
  return authors.length > 1 ? `${authors[0]} (${authors.length})` : all;
}
