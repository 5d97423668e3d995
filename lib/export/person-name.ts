/** Words that belong to the family name after them; the list is arXiv's own. */
const PREFIX = /^(?:van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const TEAM = /^(?:collaboration|team|group|consortium)$/i;

interface PersonName {
  given: string;
  family: string;
  /** `Jr.`, `III` or an empty text. */
  suffix: string;
}

/**
 * Parts a name: `Laurens van der Maaten` and `van der Maaten, Laurens` are the same. A name of one word is a family
 * name.
 */
export function parseName(written: string): PersonName {
  // An affiliation may stand after the name: `A. Author (University)`.
  const plain = written.replace(/\s*[(（][^)）]*[)）]?\s*$/, '').trim();
  const [family = '', given, ...more] = plain.split(/\s*,\s*/);
  if (given !== undefined && more.length === 0 && !SUFFIX.test(given)) return { given, family, suffix: '' };
  const words = plain.replaceAll(',', '').split(/\s+/);
  const last = words.at(-1) ?? '';
  if (TEAM.test(last)) return { given: '', family: plain, suffix: '' };
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : '';
  if (suffix) words.pop();
  let start = words.length - 1;
  while (start > 1 && PREFIX.test(words[start - 1] ?? '')) start -= 1;
  return { given: words.slice(0, start).join(' '), family: words.slice(start).join(' '), suffix };
}
