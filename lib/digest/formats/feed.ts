import { Parser } from 'htmlparser2';
import { findDay } from '../../days/notation';
import type { AnnouncementDate } from '../../paper';
import { TreeBuilder } from '../blocks/block-tree';
import { growFromHtml, lineCounter } from '../blocks/html';
import { plainLine } from '../blocks/line';
import { valueLine } from '../data/records';
import { parseAuthors } from '../entries/authors';
import { oneLine } from '../entries/bare-text';
import { describe } from '../entries/describe';
import { addFact, addList, type Draft } from '../entries/draft';
import { intoDigests } from '../entries/into-digests';
import { findEntries, type FoundEntry } from '../entries/owners';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';

/** RSS 0.9 to 2.0 and Atom, by arXiv, by its programming interface, or by others. */
export const feed: Format = {
  name: 'feed',
  claims: ({ text }) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--[^]{0,500}?-->\s*)*<(?:rss|feed|rdf:rdf|channel|atom:feed)\b/i.test(
      text.slice(0, 4000),
    ) && /<(?:\w+:)?(?:item|entry|channel)\b/i.test(text),
  read: readFeed,
};

interface FeedEntry {
  line: number;
  texts: Map<string, string[]>;
}

function readFeed({ path, text }: Source): ParsedFile {
  const { channel, feedEntries } = splitFeed(text);
  const entries = feedEntries.flatMap(readFeedEntry);
  const days = new Set(entries.map(({ draft }) => draft.date).filter(Boolean));
  const isQuery = [...textsOf(channel, 'id'), ...textsOf(channel, 'title')].some((each) =>
    /arxiv\.org\/api|arxiv query/i.test(each),
  );
  // An answer of arXiv's programming interface has no day: somebody asked for these papers at some time.
  if (isQuery) for (const { draft } of entries) delete draft.date;
  const built = isQuery || days.size > 1 ? undefined : (days.values().next().value ?? channelDay(channel));
  const title = firstOf(channel, 'title');
  const preamble = { ...(title && { title: oneLine(title) }), ...(built && { date: built }) };
  return { digests: intoDigests(entries, preamble, readPath(path).date), problems: [] };
}

function channelDay(channel: FeedEntry): AnnouncementDate | undefined {
  for (const name of ['pubdate', 'lastbuilddate', 'updated', 'date', 'published']) {
    const day = findDay(firstOf(channel, name) ?? '');
    if (day) return day;
  }
  return undefined;
}

function splitFeed(text: string): { channel: FeedEntry; feedEntries: FeedEntry[] } {
  const channel: FeedEntry = { line: 1, texts: new Map() };
  const feedEntries: FeedEntry[] = [];
  const lineAt = lineCounter(text, 0);
  let feedEntry: FeedEntry | undefined;
  const path: string[] = [];
  let words: string[] = [];
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const name = localName(tag);
        if (name === 'item' || name === 'entry') {
          feedEntry = { line: lineAt(parser.startIndex), texts: new Map() };
          feedEntries.push(feedEntry);
        }
        path.push(name);
        words = [];
        for (const key of ['href', 'term', 'rdf:about']) {
          const value = attributes[key];
          if (value) note(feedEntry ?? channel, name === 'item' ? 'id' : name, value);
        }
      },
      ontext: (piece) => words.push(piece),
      onclosetag: (tag) => {
        const name = localName(tag);
        const all = words.join('').trim();
        words = [];
        path.pop();
        if (name === 'item' || name === 'entry') feedEntry = undefined;
        else if (all !== '')
          note(feedEntry ?? channel, name === 'name' && path.at(-1) === 'author' ? 'author' : name, all);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return { channel, feedEntries };
}

const localName = (tag: string): string =>
  tag.toLowerCase().replace(/^(?:dc|atom|content|arxiv|rss|media|itunes|prism):/, '');

function note(feedEntry: FeedEntry, name: string, text: string): void {
  const known = feedEntry.texts.get(name);
  if (known) known.push(text);
  else feedEntry.texts.set(name, [text]);
}

const textsOf = (feedEntry: FeedEntry, name: string): string[] => feedEntry.texts.get(name) ?? [];
const firstOf = (feedEntry: FeedEntry, name: string): string | undefined => textsOf(feedEntry, name)[0];

function readFeedEntry(feedEntry: FeedEntry): FoundEntry[] {
  const draft: Draft = { line: feedEntry.line };
  for (const name of ['link', 'id', 'guid', 'identifier', 'doi', 'source', 'origlink']) {
    for (const text of textsOf(feedEntry, name)) addFact(draft, 'link', valueLine(text, feedEntry.line));
  }
  const day = findDay(
    firstOf(feedEntry, 'pubdate') ??
      firstOf(feedEntry, 'published') ??
      firstOf(feedEntry, 'date') ??
      firstOf(feedEntry, 'updated') ??
      '',
  );
  const body = bodyOf(feedEntry);
  if (!draft.written) {
    const inside = findEntries(body.root).entries;
    if (inside.length > 0) {
      // The post is about several papers, or about one with a title of its own in the text.
      const [only] = inside;
      const isOne =
        inside.length === 1 &&
        only !== undefined &&
        (only.draft.title === undefined || sameWords(only.draft.title, firstOf(feedEntry, 'title')));
      if (!isOne)
        return inside.map(({ draft: each, headings }) => ({
          draft: { ...each, line: feedEntry.line, ...(day && { date: day }) },
          headings,
        }));
      draft.written = only.draft.written;
    }
  }
  if (!draft.written) return [];
  if (day) draft.date = day;
  addTitle(draft, firstOf(feedEntry, 'title'));
  addPeople(draft, feedEntry);
  addFact(draft, 'announce', plainLine(firstOf(feedEntry, 'announce_type') ?? '', feedEntry.line));
  addFact(draft, 'comments', plainLine(firstOf(feedEntry, 'comment') ?? '', feedEntry.line));
  addBody(draft, feedEntry, body);
  const categories = [
    ...textsOf(feedEntry, 'primary_category'),
    ...textsOf(feedEntry, 'category'),
    ...textsOf(feedEntry, 'subject'),
  ];
  addFact(draft, 'categories', plainLine(categories.join(', '), feedEntry.line));
  return [{ draft, headings: [] }];
}

const sameWords = (one: string, other: string | undefined): boolean =>
  oneLine(one).toLowerCase() === oneLine(other ?? '').toLowerCase();

/** Takes off what arXiv wrote behind a title until 2024: `Title. (arXiv:2301.00001v1 [cs.CL])`. */
function addTitle(draft: Draft, title: string | undefined): void {
  if (title === undefined) return;
  const plain = stripTags(title).replace(/\.?\s*\(arXiv:[^()]{5,40}(?:\s+UPDATED)?\)\s*$/i, '');
  draft.title = oneLine(plain);
}

function stripTags(text: string): string {
  return text.replaceAll(/<\/?(?:a|b|i|em|strong|span|p|sub|sup|br)(?:\s[^<>]{0,500})?\/?>/gi, '');
}

function addPeople(draft: Draft, feedEntry: FeedEntry): void {
  const names = [...textsOf(feedEntry, 'author'), ...textsOf(feedEntry, 'creator')].map(stripTags);
  const only = names[0];
  if (names.length === 1 && only)
    addList(draft, 'authors', parseAuthors(only.replace(/^\S+@\S+\s*\((.*)\)$/, '$1')));
  else addList(draft, 'authors', names.map(oneLine));
}

function bodyOf(feedEntry: FeedEntry): TreeBuilder {
  const tree = new TreeBuilder();
  const text =
    firstOf(feedEntry, 'encoded') ??
    firstOf(feedEntry, 'content') ??
    firstOf(feedEntry, 'description') ??
    firstOf(feedEntry, 'summary') ??
    '';
  growFromHtml(tree, text, { linesBefore: feedEntry.line - 1, keepsLines: true });
  return tree;
}

const ANNOUNCED = /^arXiv:\S{5,40}\s+Announce Type:\s*([a-z-]+)\s*(?:Abstract:\s*)?/i;

/** Reads the text of an entry, which is the bare abstract, or HTML with labels. */
function addBody(draft: Draft, feedEntry: FeedEntry, body: TreeBuilder): void {
  const text = firstOf(feedEntry, 'summary') ?? firstOf(feedEntry, 'description') ?? '';
  const announced = ANNOUNCED.exec(text);
  if (announced) {
    addFact(draft, 'announce', plainLine(announced[1] ?? '', feedEntry.line));
    addFact(draft, 'abstract', plainLine(text.slice(announced[0].length), feedEntry.line));
    return;
  }
  if (!/<[a-z]/i.test(text) && !/<[a-z]/i.test(firstOf(feedEntry, 'encoded') ?? '')) {
    addFact(draft, 'abstract', plainLine(text.replace(/^abstract:\s*/i, ''), feedEntry.line));
    return;
  }
  const read = describe({ ...body.root, head: plainLine('', feedEntry.line) });
  for (const [fact, value] of Object.entries(read)) {
    if (!(fact in draft) && fact !== 'title' && value !== undefined) Object.assign(draft, { [fact]: value });
  }
  if (draft.abstract === undefined && draft.tldr === undefined)
    addFact(draft, 'abstract', plainLine(stripTags(text), feedEntry.line));
}
