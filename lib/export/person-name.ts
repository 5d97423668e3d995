/** What belongs to the family name that follows it; the list is arXiv's own. */
const PREFIX = /^(?:van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const TEAM = /^(?:collaboration|team|group|consortium)$/i;

export interface PersonName {
  given: string;
  family: string;
  /** `Jr.`, `III` */
  suffix: string;
}

/** `Laurens van der Maaten` and `van der Maaten, Laurens` are one name; a name of one word is a family name. */
export function parseName(written: string): PersonName {
  // An affiliation may stand behind it: `A. Author (University)`.
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
