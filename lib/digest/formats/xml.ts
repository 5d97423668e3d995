import { Parser } from 'htmlparser2';
import type { Fields, Value } from '../data/literal';
import { findRecords } from '../data/records';
import { intoDigests } from '../entries/into-digests';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';

/** Any other XML, such as OPML. It is read as data: an element is a record of its attributes and children. */
export const xml: Format = {
  name: 'xml',
  claims: ({ text }) =>
    /^\s*<(?:\?xml|!--[^]{0,500}?-->\s*<|opml\b|\w+:\w|\w+\s[^<>]*\bxmlns)/i.test(text.slice(0, 2000)) &&
    !/<html\b/i.test(text.slice(0, 2000)),
  read: readXml,
};

function readXml({ path, text }: Source): ParsedFile {
  const root: Fields = {};
  const stack: Fields[] = [root];
  let words: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        stack.push(
          Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
        );
        words = [];
        if (stack.length > 200) throw new RangeError(`<${name}> is nested too deep`);
      },
      ontext: (piece) => words.push(piece),
      onclosetag: (name) => {
        const element = stack.pop() ?? {};
        const parent = stack.at(-1) ?? root;
        const said = words.join('').trim();
        words = [];
        add(
          parent,
          localName(name),
          Object.keys(element).length === 0 ? said : said ? { ...element, text: said } : element,
        );
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return { digests: intoDigests(findRecords(root, undefined, true), {}, readPath(path).date), problems: [] };
}

/** The name without its prefix. `dc:date` is the day a paper came out and not the day of a digest. */
const localName = (name: string): string =>
  name === 'dc:date' ? 'published' : name.slice(name.indexOf(':') + 1);

function add(parent: Fields, name: string, value: Value): void {
  const known = parent[name];
  if (known === undefined) parent[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else parent[name] = [known, value];
}
