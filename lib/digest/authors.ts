/** A list of people as one text: separated by semicolons, `and`, commas, or enumeration commas. */
export function parseAuthors(text: string): string[] {
  const plain = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[,;.、]$/, (end) => (end === '.' ? '.' : ''));
  if (plain === '' || /^(?:null|none|n\/a|unknown|-+|未知|无)$/i.test(plain)) return [];
  return split(plain)
    .map((name) => name.replace(/^and /i, '').trim())
    .filter((name) => name !== '');
}

function split(text: string): string[] {
  if (text.includes(';') || text.includes('；')) return outsideBrackets(text, /[;；]/);
  if (text.includes('、')) return outsideBrackets(text, /[、，]/);
  return outsideBrackets(text.replaceAll(/,? and | & /g, ', '), /[,，]/);
}

/** A comma inside an affiliation, `A. Author (Dept., University)`, ends no name. */
function outsideBrackets(text: string, separator: RegExp): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '(' || sign === '（') depth += 1;
    else if (sign === ')' || sign === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0 && separator.test(sign)) {
      names.push(text.slice(start, index));
      start = index + 1;
    }
  }
  names.push(text.slice(start));
  return names;
}
