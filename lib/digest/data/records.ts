import { arxivIdFromUrl, findArxivIds, parseArxivId } from '../../arxiv/id';
import { findDay, parseDay } from '../../days/notation';
import type { AnnouncementDate } from '../../paper';
import { findAddresses } from '../addresses';
import { TreeBuilder } from '../blocks/block-tree';
import { growFromHtml } from '../blocks/html';
import { type Line, plainLine, readLine, readLines } from '../blocks/line';
import { growFromMarkdown, splitCells } from '../blocks/markdown';
import { parseAuthors } from '../entries/authors';
import { oneLine } from '../entries/bare-text';
import { describeLines } from '../entries/describe';
import { addFact, addList, type Draft, isNothing } from '../entries/draft';
import { findEntries, type FoundEntry } from '../entries/owners';
import { readRow } from '../entries/table-rows';
import { type Fact, parseLabel } from '../labels';
import { anyOf, either } from '../word-pattern';
import { type Fields, isFields, type Value } from './literal';

/** What is known from around a record: the keys that lead to it, the day given on the way, its line. */
interface Around {
  keys: readonly string[];
  date?: AnnouncementDate | undefined;
  line?: number | undefined;
  depth: number;
  /** In XML a key is the name of an element, which says nothing about the topic. */
  isMarkup: boolean;
}

const DEEPEST = 60;
/** Keys of papers that a record lists because they are like it or cited by it, as in `json-with-references`. */
const OTHER_PAPERS = new RegExp(
  either(
    String.raw`related(?![-_]?(?:url|link))`,
    anyOf(
      'reference, citation, cited, similar, nextread, recommend, bibliograph, previous, neighbo(u)rs, attachment',
    ),
  ),
  'i',
);

/** Finds the papers in data. An object with an arXiv id of its own is an entry, with all that is below it. */
export function findRecords(value: Value | undefined, line?: number, isMarkup = false): FoundEntry[] {
  const found: FoundEntry[] = [];
  if (value !== undefined) walk(value, { keys: [], line, depth: 0, isMarkup }, found);
  return found;
}

function walk(value: Value, around: Around, found: FoundEntry[]): void {
  if (around.depth > DEEPEST) return;
  if (Array.isArray(value)) walkList(value, around, found);
  else if (isFields(value)) walkObject(value, around, found);
  else if (typeof value === 'string') walkText(value, around, found);
}

function walkObject(object: Fields, around: Around, found: FoundEntry[]): void {
  const draft = readFields(object, around.line);
  if (draft.written) {
    found.push(toEntry(draft, around));
    return;
  }
  const inner = soleEntry(object, around.line);
  if (inner) {
    for (const [fact, value] of Object.entries(draft))
      if (!(fact in inner)) Object.assign(inner, { [fact]: value });
    found.push(toEntry(inner, around));
    return;
  }
  const date = findOwnDay(object) ?? around.date;
  for (const [key, child] of Object.entries(object)) {
    if (OTHER_PAPERS.test(key)) continue;
    const id = parseArxivId(key) ?? arxivIdFromUrl(key);
    const below = { ...around, date, depth: around.depth + 1 };
    if (id) {
      const named = readKeyed(child, around.line);
      found.push(
        toEntry({ ...named, written: { ...id, ...(named.written?.id === id.id && named.written) } }, below),
      );
      continue;
    }
    const day = parseDay(key);
    const keys =
      day || around.isMarkup || parseLabel(key) || isContainer(key) ? around.keys : [...around.keys, key];
    const label = isFields(child) || Array.isArray(child) ? groupName(object) : undefined;
    walk(
      child,
      { ...below, keys: label && keys === around.keys ? [...keys, label] : keys, date: day ?? date },
      found,
    );
  }
}

/** Keys that hold papers and name no topic. */
const CONTAINER = new RegExp(
  `^${anyOf(
    // What is in it.
    'paper(s), article(s), entries, item(s), result(s), record(s), post(s), message(s), document(s), docs, digest(s)',
    'report(s), rows, nodes, children, categories, topics, sections, groups, day(s), new, all, daily',
    // What wraps the answers of web services.
    'data, list, content, hits, value, table, body, text, root, output, source, _source, properties, payload, response',
    // The elements of RSS and OPML.
    'rss, channel, feed, outline, head, db',
  )}$`,
  'i',
);
const isContainer = (key: string): boolean => CONTAINER.test(key) || /^\d+$/.test(key);

/** Keys under which a group of papers says what it is about, the best first. */
const GROUP_NAMES = 'label name topic category title keyword section subject text 主题 分类 类别'.split(' ');

/** `The name that a group gives itself: `{"label": "Audio", "papers": […]}`. */
function groupName(object: Fields): string | undefined {
  for (const key of GROUP_NAMES) {
    const value = object[key];
    if (typeof value === 'string' && value !== '' && value.length < 80 && !findDay(value)) return value;
  }
  return undefined;
}

function toEntry(draft: Draft, around: Around): FoundEntry {
  const topic = around.keys.at(-1);
  if (around.date) draft.date = around.date;
  if (draft.topics === undefined && topic && !parseDay(topic)) draft.topics = [topic];
  return { draft, headings: [] };
}

function findOwnDay(object: Fields): AnnouncementDate | undefined {
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'string' && value.length < 60 && parseLabel(key) === 'date') {
      const day = findDay(value);
      if (day) return day;
    }
  }
  return undefined;
}

/** Finds the one object inside that is the paper of the whole: `{"paper": {"id": …}, "score": 3}`. */
function soleEntry(object: Fields, line: number | undefined): Draft | undefined {
  const inner = Object.entries(object)
    .filter(([key, value]) => isFields(value) && !OTHER_PAPERS.test(key) && !parseArxivId(key))
    .map(([, value]) => (isFields(value) ? readFields(value, line) : undefined))
    .filter((draft) => draft?.written !== undefined && draft.title !== undefined);
  return inner.length === 1 ? inner[0] : undefined;
}

/** Reads the value under an id, which is a record, a row of cells, or a line of Markdown. */
function readKeyed(value: Value, line: number | undefined): Draft {
  if (isFields(value)) return readFields(value, line);
  if (Array.isArray(value))
    return readRow(
      value.map((cell) => valueLine(textOf(cell), line ?? 1)),
      [],
      line ?? 1,
    );
  if (typeof value !== 'string') return emptyDraft(line);
  const text = value.trim();
  if (text.startsWith('|'))
    return readRow(
      splitCells(text).map((cell) => readLine(cell, line ?? 1)),
      [],
      line ?? 1,
    );
  const lines = readLines(text.replace(/^[-*+]\s+/, ''), line ?? 1);
  const draft = describeLines(lines);
  return { ...draft, ...(line !== undefined && { line }) };
}

function emptyDraft(line: number | undefined): Draft {
  return line === undefined ? {} : { line };
}

function readFields(object: Fields, line: number | undefined): Draft {
  const draft = emptyDraft(line);
  const fields = flatten(object);
  for (const { key, value } of fields.toSorted(compareKeys)) {
    const fact = parseLabel(key);
    if (fact) addValue(draft, isSecondText(draft, fact) ? 'tldr' : fact, value, line ?? 1);
  }
  const text = object['text'];
  if (draft.title === undefined && typeof text === 'string' && text.length < 300 && !/\n|https?:/.test(text))
    draft.title = oneLine(text);
  if (!draft.written) {
    // A link may stand under a key that is not in the list of names.
    const title = draft.title;
    for (const { key, value } of fields) {
      if (
        typeof value !== 'string' ||
        value.length > 300 ||
        (title === undefined && !/url|link|href/i.test(key))
      )
        continue;
      const id = /^https?:\S+$/.test(value) ? arxivIdFromUrl(value) : undefined;
      if (id) draft.written ??= id;
    }
    if (title !== undefined) draft.written ??= fields.map(({ value }) => parseNoteId(value)).find(Boolean);
  }
  return draft;
}

/** Reads the id of a note that begins with a line of nothing but an address. */
function parseNoteId(value: Value): Draft['written'] {
  const [first = '', ...others] = typeof value === 'string' ? value.trim().split('\n') : [];
  const written =
    parseArxivId(first) ?? (/^https?:\S+$/.test(first.trim()) ? arxivIdFromUrl(first) : undefined);
  const isSole = others.every((line) => !/^\s*https?:\S+\s*$/.test(line));
  return isSole ? written : undefined;
}

/** Whether a text is a shorter version of the abstract, as `summary` is beside `abstract`. */
export const isSecondText = (draft: Draft, fact: Fact): boolean =>
  fact === 'abstract' && draft.abstract !== undefined;

/** Sorts the keys that are surely the paper's own before others: `arxiv_id` before `id`, `title` before `title_zh`. */
export const compareKeys = (one: { key: string }, other: { key: string }): number =>
  rank(one.key) - rank(other.key);

function rank(key: string): number {
  if (/arxiv/i.test(key)) return 0;
  return /^(?:id|title|authors?|abstract(?:_?en)?)$/i.test(key) ? 1 : 2;
}

const WRAPPER = /^(?:style|p|span|sec|i|b|em|italic|bold|#text|_|value|text)$/i;

/** The words inside elements that only style them: `<title><style>…</style></title>`. */
function unwrapped(value: Value): Value {
  if (!isFields(value)) return value;
  const [[key, inner] = [], ...others] = Object.entries(value);
  return key !== undefined && inner !== undefined && others.length === 0 && WRAPPER.test(key)
    ? unwrapped(inner)
    : value;
}

interface FlatField {
  key: string;
  value: Value;
}

/** Lists the fields of an object and of the objects inside it: `"AI": {"tldr": …}`, `"externalIds": {"ArXiv": …}`. */
function flatten(object: Fields, depth = 0): FlatField[] {
  return Object.entries(object).flatMap(([key, value]): FlatField[] => {
    if (OTHER_PAPERS.test(key)) return [];
    if (parseLabel(key) === 'authors' || isPeople(key, value))
      return [{ key: 'authors', value: peopleIn(value) }];
    const said = unwrapped(value);
    if (!isFields(said)) return [{ key, value: said }];
    if (richText(said) !== undefined) return [{ key, value: said }];
    // The day on which a version was submitted is no day of a digest.
    if (/^versions?$/i.test(key)) return [];
    return depth < 4 && !parseArxivId(key) ? flatten(said, depth + 1) : [];
  });
}

/** Whether a name is that of a person, which is the case where it is a record: `<name type="personal">…</name>`. */
const isPeople = (key: string, value: Value): boolean =>
  /^names?$/i.test(key) && [value].flat().every((each) => isFields(each) && richText(each) === undefined);

/** The list of people inside any number of wrappers: `{"Seq": {"li": […]}}`. */
function peopleIn(value: Value): Value {
  if (!isFields(value)) return value;
  const [only, ...others] = Object.values(value);
  return only !== undefined && others.length === 0 && typeof only !== 'string' ? peopleIn(only) : [value];
}

export function addValue(draft: Draft, fact: Fact, value: Value, line: number): void {
  if (value === null || value === '') return;
  if (Array.isArray(value) && value.every((each) => isFields(each) || typeof each === 'string')) {
    const texts = value
      .map(fact === 'authors' || fact === 'affiliations' ? nameOfPerson : soleText)
      .filter((text) => text !== '' && !isNothing(text));
    if (fact === 'authors' || fact === 'affiliations') addPeople(draft, fact, texts);
    else if (fact === 'tags' || fact === 'categories') addCategoriesOrTags(draft, fact, texts);
    else if (fact === 'link' || fact === 'id')
      for (const text of texts) addFact(draft, fact, valueLine(text, line));
    else if (fact === 'topic') addList(draft, 'topics', texts.map(oneLine));
    else addFact(draft, fact, valueLine(texts.join('\n'), line));
    return;
  }
  const text = textOf(value);
  // A tool that took an id for a number has lost its zeros. Then 2305.1416 is no id, and the address must tell.
  if (text !== '') addFact(draft, fact, valueLine(text, line));
}

/** The words of a value, or of its only field, as `{"title": "…"}` in a list of titles. */
function soleText(value: Value): string {
  const said = textOf(value);
  if (said !== '' || !isFields(value)) return said;
  const [only, ...others] = Object.values(value);
  const named = value['title'] ?? value['description'] ?? (others.length === 0 ? only : undefined);
  return typeof named === 'string' ? named : '';
}

function addPeople(draft: Draft, fact: 'authors' | 'affiliations', texts: readonly string[]): void {
  const only = texts[0];
  addList(draft, fact, texts.length === 1 && only ? parseAuthors(only) : texts.map(oneLine));
}

function addCategoriesOrTags(draft: Draft, fact: 'tags' | 'categories', texts: readonly string[]): void {
  if (fact === 'tags') addList(draft, 'tags', texts.map(oneLine));
  else addFact(draft, 'categories', plainLine(texts.join(', '), 1));
}

// Keys for names of people in CSL JSON, JATS, Zotero, OAI and the catalogues of libraries.
const GIVEN_NAMES =
  'given given-names givenName given_name firstName first_name first forename forenames'.split(' ');
const FAMILY_NAMES = 'family familyName family_name lastName last_name last surname keyname'.split(' ');
const WHOLE_NAMES = 'name full_name fullName fullname author display_name text 姓名'.split(' ');

/** The first value that is not `null` under some keys. */
function firstUnder(fields: Fields, keys: readonly string[]): Value | undefined {
  return keys.map((key) => fields[key]).find((value) => value !== undefined && value !== null);
}

function nameOfPerson(value: Value): string {
  if (!isFields(value)) return textOf(value);
  const given = firstUnder(value, GIVEN_NAMES);
  const family = firstUnder(value, FAMILY_NAMES);
  if (typeof family === 'string') return [given, family].filter((part) => typeof part === 'string').join(' ');
  for (const key of WHOLE_NAMES) {
    const name = value[key];
    if (typeof name === 'string') return name;
    if (isFields(name)) return nameOfPerson(name);
  }
  const parts = value['namePart'];
  if (Array.isArray(parts)) return joinNameParts(parts);
  const inner = Object.values(value);
  const [only] = inner;
  if (inner.length === 1 && isFields(only)) return nameOfPerson(only);
  return inner.find((each) => typeof each === 'string') ?? '';
}

const isFamilyName = (part: Value): boolean => isFields(part) && part['type'] === 'family';

/** Puts the family name last: `<namePart type="given">Ada</namePart>`. */
function joinNameParts(parts: readonly Value[]): string {
  return [...parts.filter((part) => !isFamilyName(part)), ...parts.filter(isFamilyName)]
    .map((part) => richText(part) ?? '')
    .join(' ');
}

/** The words of a value. Chat exports cut a text into runs, whose words are joined. */
function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map((each) => richText(each) ?? textOf(each))
      .join(value.every((each) => typeof each === 'string' && !/^\s|\s$|\n/.test(each)) ? ', ' : '');
  return richText(value) ?? '';
}

const LINK_KEYS = /^(?:href|url|rel|type|hreflang|length|title)$/;

function richText(value: Value | undefined): string | undefined {
  if (!isFields(value)) return typeof value === 'string' ? value : undefined;
  const text = value['text'] ?? value['plain_text'] ?? value['content'] ?? value['#text'] ?? value['value'];
  const href = value['href'] ?? value['url'];
  if (typeof text !== 'string')
    return typeof href === 'string' && Object.keys(value).every((key) => LINK_KEYS.test(key))
      ? href
      : undefined;
  if (value['type'] === 'bold') return `**${text.trim()}**`;
  return typeof href === 'string' && href !== text ? `[${text}](${href})` : text;
}

/** Reads a value as a line, with LaTeX as it is, and with links that are bare, in Markdown, or in HTML. */
export function valueLine(text: string, line: number): Line {
  if (/\]\(https?:|<a\s|<\/?(?:p|br|b|i|strong|em|div|span|ul|li)\b/i.test(text))
    return { ...readLine(text, line) };
  if (text.length > 400 || !/https?:/.test(text)) return plainLine(text.trim(), line);
  const trimmed = text.trim();
  return { ...plainLine(trimmed, line), links: findAddresses(trimmed) };
}

function walkList(list: Value[], around: Around, found: FoundEntry[]): void {
  const below = { ...around, depth: around.depth + 1 };
  const header = headerOf(list);
  if (header) {
    for (const row of list.slice(1)) if (Array.isArray(row)) addRow(row, header, below, found);
    return;
  }
  if (list.every((each) => !isFields(each) && !Array.isArray(each)) && isRow(list)) {
    addRow(list, [], around, found);
    return;
  }
  if (isRuns(list)) {
    walkText(textOf(list), below, found);
    return;
  }
  for (const each of list) walk(each, below, found);
}

/** Whether a list is one text in runs: words, and objects that are words with a link or a style. */
const isRuns = (list: readonly Value[]): boolean =>
  list.length > 1 &&
  list.some((each) => typeof each === 'string') &&
  list.some((each) => isFields(each) && richText(each) !== undefined) &&
  list.every((each) => richText(each) !== undefined);

function headerOf(list: readonly Value[]): (Fact | undefined)[] | undefined {
  const first = list[0];
  if (!Array.isArray(first) || first.length < 2 || !first.every((cell) => typeof cell === 'string'))
    return undefined;
  const facts = first.map((cell) => parseLabel(textOf(cell)));
  return facts.filter((fact) => fact !== undefined).length >= 2 ? facts : undefined;
}

/** Whether a list of texts is a row about one paper: one text is its id, and another has words. */
function isRow(list: readonly Value[]): boolean {
  const texts = list.filter((each) => typeof each === 'string');
  const ids = new Set(
    texts.flatMap(
      (text) => parseArxivId(text)?.id ?? (/^\S+$/.test(text) ? (arxivIdFromUrl(text)?.id ?? []) : []),
    ),
  );
  const others = texts.filter(
    (text) => !/^\S+$/.test(text) && !/\n/.test(text) && findArxivIds(text).length === 0,
  );
  return ids.size === 1 && others.length > 0;
}

function addRow(
  row: readonly Value[],
  columns: readonly (Fact | undefined)[],
  around: Around,
  found: FoundEntry[],
): void {
  const cells = row.map((cell) => valueLine(textOf(cell), around.line ?? 1));
  const draft = readRow(cells, columns, around.line ?? 1);
  if (around.line === undefined) delete draft.line;
  if (draft.written) found.push(toEntry(draft, around));
}

/** Reads a text that may be a digest in itself: a message, a post, the body of an issue. */
function walkText(text: string, around: Around, found: FoundEntry[]): void {
  const ids = findArxivIds(text);
  if (ids.length === 0) return;
  const lone = parseArxivId(text) ?? (/^\S+$/.test(text.trim()) ? arxivIdFromUrl(text) : undefined);
  if (lone) {
    found.push(toEntry({ ...emptyDraft(around.line), written: lone }, around));
    return;
  }
  const tree = new TreeBuilder();
  if (/^\s*<[a-z!]/i.test(text)) growFromHtml(tree, text, { linesBefore: 0, keepsLines: false });
  else growFromMarkdown(tree, text);
  for (const { draft, headings } of findEntries(tree.root).entries) {
    if (around.line === undefined) delete draft.line;
    else draft.line = around.line;
    found.push({ ...toEntry(draft, around), headings });
  }
}
