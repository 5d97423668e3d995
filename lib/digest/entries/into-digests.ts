import { findDay, findDays, findEitherDay, parseDay } from '../../days/notation';
import type { AnnouncementDate, Digest, DigestEntry } from '../../paper';
import type { Block } from '../blocks/block-tree';
import type { Line } from '../blocks/line';
import { anyOf, either } from '../word-pattern';
import { oneLine, withoutWrapping } from './bare-text';
import { finishEntry } from './draft';
import { parseField } from './field';
import type { FoundEntry } from './owners';

/** What a file says about itself before its first entry. */
export interface Preamble {
  title?: string;
  date?: AnnouncementDate;
}

/** How a line begins that is about the day of the digest. */
const SAYS_DAY = new RegExp(
  either(
    String.raw`^(?:[^\p{L}]*)${either(
      String.raw`last[ -]?updat\w*`,
      String.raw`updat\w*(?: on| at)?`,
      anyOf(
        'generated( on), generated at, date, created( on), created at, report date, digest date, announced, published',
        'fecha, datum, date du jour, ngày, дата, 日付, 날짜, stand, data, 日期, 报告日期',
      ),
      // `更新时间`, `生成于`, `发布日期`, `最終更新日`.
      String.raw`更新\p{L}{0,4}|生成\p{L}{0,4}|发布\p{L}{0,4}|最終更新\p{L}{0,2}`,
    )}\b`,
    String.raw`^[^\p{L}]*(?:更新|生成|日期|日付)`,
  ),
  'iu',
);

/** Finds the title and the day of the whole file in its headings, or else in the lines before its first entry. */
export function readPreamble(root: Block, entries: readonly FoundEntry[]): Preamble {
  const lines = linesBefore(root, entries);
  const heads = lines.filter((each) => each.isHead).map((each) => each.line);
  const title = heads
    .map((head) => cleanHeading(head.text))
    .find((text) => text !== '' && !NO_TOPIC.test(text) && !SAYS_DAY.test(text));
  const date =
    firstDay(heads.slice(0, 3), () => true) ??
    firstDay(
      lines.slice(0, 60).map((each) => each.line),
      (line) => isAboutDay(line),
    ) ??
    firstDay(
      lines.slice(0, 6).map((each) => each.line),
      (line) => line.text.length < 120,
    ) ??
    likelierDay([...heads.slice(0, 3), ...lines.slice(0, 6).map((each) => each.line)], entries);
  return { ...(title && { title }), ...(date && { date }) };
}

function firstDay(lines: readonly Line[], isMeant: (line: Line) => boolean): AnnouncementDate | undefined {
  for (const line of lines) {
    if (!isMeant(line)) continue;
    const days = findDays(line.text);
    // Two days are a span, `received from Wed 20 Nov … to Thu 21 Nov`, and the digest came out at its end.
    const found = days.at(-1);
    if (found && days.length <= 2) return found.date;
  }
  return undefined;
}

/** Of the two ways to read `04/10/2025`, takes the first day that is not before the month of the newest paper. */
function likelierDay(lines: readonly Line[], entries: readonly FoundEntry[]): AnnouncementDate | undefined {
  const months = entries
    .map(({ draft }) => /^(\d\d)(\d\d)\./.exec(draft.written?.id ?? ''))
    .filter((match) => match !== null);
  const newest = months
    .map(([, year, month]) => `20${year}-${month}`)
    .reduce((one, other) => (one > other ? one : other), '');
  if (newest === '') return undefined;
  for (const line of lines) {
    const days = line.text.length < 120 ? findEitherDay(line.text) : [];
    const likely = days.filter((day) => day.slice(0, 7) >= newest).toSorted()[0];
    if (likely) return likely;
  }
  return undefined;
}

function isAboutDay(line: Line): boolean {
  const text = withoutWrapping(line.text);
  if (text.length > 400) return false;
  if (parseDay(text) || SAYS_DAY.test(text)) return findDay(text) !== undefined;
  return parseField(line)?.fact === 'date';
}

interface LineBefore {
  line: Line;
  isHead: boolean;
}

function linesBefore(root: Block, entries: readonly FoundEntry[]): LineBefore[] {
  const before: LineBefore[] = [];
  const blocks = new Set(entries.map((entry) => entry.block));
  // A page may be one long line; then the first entry is known by its block and not by its line.
  const end =
    entries.some((entry) => entry.block && (entry.draft.line ?? 1) > 1) || entries.length === 0
      ? firstLine(entries)
      : Infinity;
  const entryLines = new Set(entries.flatMap(({ block }) => (block?.kind === 'group' ? linesIn(block) : [])));
  const walk = (block: Block): boolean => {
    if (blocks.has(block) || (block.line >= end && block.kind !== 'root') || before.length > 400)
      return false;
    if (block.head && block.head.line < end)
      before.push({ line: block.head, isHead: block.kind === 'section' });
    for (const part of block.parts) {
      if (part.kind === 'table' && firstLine(entries) <= part.line + part.rows.length + 2) return false;
      if (part.kind === 'paragraph' && part.lines.some((line) => entryLines.has(line))) return false;
      if (part.kind === 'paragraph')
        before.push(...part.lines.filter((line) => line.line < end).map((line) => ({ line, isHead: false })));
      else if ('parts' in part && !walk(part)) return false;
    }
    return true;
  };
  walk(root);
  return before;
}

const linesIn = (block: Block): Line[] =>
  block.parts.flatMap((part) => (part.kind === 'paragraph' ? part.lines : []));

function firstLine(entries: readonly FoundEntry[]): number {
  return entries.reduce((first, { draft }) => Math.min(first, draft.line ?? Infinity), Infinity);
}

/** What a heading counts its papers in. */
const COUNTED = 'paper(s), 篇, entries, 件, 条';

/** What stands in a heading behind or before the words of a topic. */
const BESIDE_TOPIC: readonly RegExp[] = [
  // `Agents (7 papers)`, `检索 (共 12 篇)`.
  new RegExp(
    String.raw`\s*[([（][^()[\]（）]{0,40}\d[^()[\]（）]{0,40}${anyOf(COUNTED, 'items')}[^()[\]（）]{0,10}[)\]）]\s*$`,
    'iu',
  ),
  // `cs.CV [[Back]](#toc)`.
  /\s*\[+back[^\]]*\]+.*$/i,
  // `Agents (total: 7)`, `Agents 7 new)`.
  new RegExp(
    String.raw`\s*[([（]?\s*(?:total:?\s*)?\d+\s*${anyOf(COUNTED, 'article(s), new, 本, result(s)')}?[^\p{L}]{0,3}[)\]）]\s*$`,
    'iu',
  ),
  // `LLM Reasoning · 15 篇`.
  new RegExp(String.raw`\s*[·•:：|-]\s*\d+\s*${anyOf(COUNTED, 'article(s)')}\s*$`, 'i'),
  // `Topic: Agents`.
  new RegExp(`^${anyOf('keyword, topic, category, subject, 主题, 关键词, 分类, 类别')}\\s*[:：]\\s*`, 'i'),
  /[:：]$/,
];

/** The words of a topic without what its heading says beside them. */
function cleanHeading(text: string): string {
  return BESIDE_TOPIC.reduce(
    (rest, beside) => rest.replace(beside, ''),
    oneLine(withoutWrapping(text)),
  ).trim();
}

/** Puts entries into digests by the day in the headings over them, of the file, or in their own row. */
export function intoDigests(
  found: readonly FoundEntry[],
  { title, date }: Preamble,
  pathDate?: AnnouncementDate,
): Digest[] {
  const covers = commonHeadings(found);
  const byDay = new Map<string, Digest>();
  for (const { draft, headings } of found) {
    const entry = finishEntry(draft);
    if (!entry) continue;
    const headingDay = headings.map((head) => findDay(head.text)).findLast((day) => day !== undefined);
    const entryDay = date || pathDate ? undefined : draft.date;
    const day = headingDay ?? date ?? entryDay;
    const digest = byDay.get(day ?? '') ?? beginDigest(day, title);
    byDay.set(day ?? '', digest);
    digest.entries.push(withTopic(entry, headings.slice(covers)));
  }
  return [...byDay.values()];
}

function beginDigest(date: AnnouncementDate | undefined, title: string | undefined): Digest {
  return { ...(date && { date, dateFrom: 'content' as const }), ...(title && { title }), entries: [] };
}

/** Counts the headings that stand over all entries, which name the file and not a topic. */
function commonHeadings(found: readonly FoundEntry[]): number {
  const [first, ...others] = found;
  if (!first) return 0;
  let count = first.headings.length;
  for (const { headings } of others) {
    while (count > 0 && headings[count - 1] !== first.headings[count - 1]) count -= 1;
  }
  return Math.min(count, 1);
}

const LISTING = anyOf(
  'paper(s), article(s), list, entries, submissions, digest, result(s), details, content(s)',
);
const LISTING_KINDS = anyOf("recent, latest, new, today('s), todays, daily, all, selected, top, arxiv, the");

/** A heading that only says that papers follow: `Today's Papers`, `论文列表`. */
const NO_TOPIC = new RegExp(
  String.raw`^(?:\W*)${either(
    String.raw`(?:${LISTING_KINDS} )*${LISTING}`,
    anyOf('论文, 论文列表, 今日论文, 最新论文, 最新发布, 文章, table of contents, 目录, 書誌情報'),
  )}(?:\W*)$`,
  'iu',
);

function withTopic(entry: DigestEntry, headings: readonly Line[]): DigestEntry {
  if (entry.topics) return entry;
  const topic = headings
    .map((head) => cleanHeading(head.text))
    .findLast(
      (text) =>
        text !== '' && text.length <= 100 && !NO_TOPIC.test(text) && !parseDay(text) && text !== entry.title,
    );
  return topic ? { ...entry, topics: [topic] } : entry;
}
