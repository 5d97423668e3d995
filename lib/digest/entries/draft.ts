import { arxivIdFromUrl, findArxivIds, parseArxivId, type WrittenId } from '../../arxiv/id';
import { findDay, parseDay } from '../../days/notation';
import type { AnnouncementDate, DigestEntry } from '../../paper';
import type { Line } from '../blocks/line';
import type { Fact } from '../labels';
import { parseAuthors } from './authors';

/** An entry while its block is being read. The first word on each fact stands. */
export interface Draft extends Omit<DigestEntry, 'id' | 'title'> {
  written?: WrittenId | undefined;
  title?: string | undefined;
  /** The day this entry alone is dated, by its row or item. */
  date?: AnnouncementDate;
}

/** Adds what a field says. Answers whether it said anything. */
export function addFact(draft: Draft, fact: Fact, value: Line): boolean {
  const text = withoutWrapping(value.text);
  const id = idOfField(fact, value);
  if (id) draft.written ??= id;
  if (text === '' || isNothing(text)) return false;
  switch (fact) {
    case 'id':
    case 'link':
    case 'submitted':
    case 'other':
      return true;
    case 'title':
      draft.title ??= oneLine(titleText(value));
      return true;
    case 'translatedTitle':
      draft.translatedTitle ??= oneLine(text);
      return true;
    case 'abstract':
      draft.abstract ??= text;
      return true;
    case 'translatedAbstract':
      draft.translatedAbstract ??= text;
      return true;
    case 'tldr':
      draft.tldr ??= text;
      return true;
    case 'comments':
      draft.comments ??= oneLine(text);
      return true;
    case 'authors':
      return addList(draft, 'authors', parseAuthors(text));
    case 'affiliations':
      return addList(draft, 'affiliations', parseAuthors(text));
    case 'categories':
      return addList(draft, 'categories', parseCategories(text));
    case 'tags':
      return addList(draft, 'tags', parseList(text));
    case 'topic':
      return addList(draft, 'topics', [oneLine(text)]);
    case 'score':
      return addScore(draft, text);
    case 'date':
      return addDate(draft, text);
    case 'code':
      return addCode(draft, value, text);
    case 'announce':
      return addAnnounce(draft, text);
  }
}

type ListFact = 'authors' | 'affiliations' | 'categories' | 'tags' | 'topics';

export function addList(draft: Draft, fact: ListFact, values: readonly string[]): boolean {
  if (values.length === 0) return false;
  draft[fact] ??= [...values];
  return true;
}

function addScore(draft: Draft, text: string): boolean {
  const match = /-?\d+(?:\.\d+)?/.exec(text);
  if (match && text.length < 60) draft.score ??= Number(match[0]);
  return match !== null;
}

function addDate(draft: Draft, text: string): boolean {
  const day = parseDay(text) ?? (text.length < 60 ? findDay(text) : undefined);
  if (day && !isStamp(text)) draft.date ??= day;
  return day !== undefined;
}

/** `2025-04-08T17:59:59Z` is when a paper was handed in, as arXiv's interface writes it: no day of a digest. */
const isStamp = (text: string): boolean => /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:Z|\+00:00|$)/.test(text);

function addCode(draft: Draft, value: Line, text: string): boolean {
  const url =
    value.links.find((link) => /^https?:/.test(link.href))?.href ?? /https?:\/\/\S+/.exec(text)?.[0];
  if (url && !arxivIdFromUrl(url)) draft.codeUrl ??= url;
  return url !== undefined;
}

function addAnnounce(draft: Draft, text: string): boolean {
  const match = /^(new|cross|replace-cross|replace)/i.exec(text.trim());
  switch (match?.[1]?.toLowerCase()) {
    case 'new':
      draft.announceType ??= 'new';
      return true;
    case 'cross':
      draft.announceType ??= 'cross';
      return true;
    case 'replace':
      draft.announceType ??= 'replace';
      return true;
    case 'replace-cross':
      draft.announceType ??= 'replace-cross';
      return true;
    case undefined:
    default:
      return false;
  }
}

/** A field of these facts can hold the paper's own id; in any other an id is another paper's. */
function idOfField(fact: Fact, value: Line): WrittenId | undefined {
  if (fact === 'title') return idOfLinks(value);
  if (fact !== 'id' && fact !== 'link') return undefined;
  const text = withoutWrapping(value.text);
  return parseArxivId(text) ?? idOfLinks(value) ?? idInShort(text, fact === 'id');
}

export function idOfLinks(line: Line): WrittenId | undefined {
  for (const link of line.links) {
    const id = arxivIdFromUrl(link.href);
    if (id) return id;
  }
  return undefined;
}

function idInShort(text: string, bareCounts: boolean): WrittenId | undefined {
  if (text.length > 300) return undefined;
  const found = findArxivIds(text).find((each) => each.kind !== 'bare' || bareCounts);
  return found && (found.version === undefined ? { id: found.id } : { id: found.id, version: found.version });
}

const NOTHING = /^(?:null|none|nan|n\/a|na|undefined|-+|—|\[\]|\{\}|无|暂无)$/i;
export const isNothing = (text: string): boolean => NOTHING.test(text);

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** `**text**`, `*text*`, `_text_` and `"text"` lose what wraps the whole of them. */
export function withoutWrapping(text: string): string {
  let inner = text.trim();
  for (let round = 0; round < 4; round += 1) {
    const match = /^(\*{1,3}|_{1,3}|~~)(?=\S)([\s\S]+)\1$/.exec(inner);
    const kernel = match?.[2];
    if (kernel === undefined || kernel.includes(match?.[1] ?? '*')) return inner;
    inner = kernel.trim();
  }
  return inner;
}

const NUMBERING =
  /^(?:[^\p{L}\p{N}]{0,3}\d{1,2}(?:\.\d)?\/(?:5|10|100)\s*[—–:|-]\s|\(?#?\d{1,4}\\?[.)、:：]\)?|\[#?\d{1,4}\]\.?|【\d{1,4}】|#\d{1,4}|[①-⑳]|\[(?:[a-z]+(?:-[a-z]+)?\.[A-Z]{2}|hep-\w+|gr-qc|quant-ph)\]|\[(?:arXiv:)?\d{4}\.\d{4,5}(?:v\d+)?\])\s*(?=\S)|^\[(?:new|replaced?|cross(?:-list(?:ed)?)?|updated?|pdf|html|book|citation)(?: ?\d*)\]\s*/iu;

/** A title without the number it has in its list: `3. Title`, `[3] Title`, `[new 003] Title`. */
export function withoutNumber(text: string): string {
  const match = NUMBERING.exec(text);
  // `3.5 Sonnet` begins with a number that is its own.
  if (!match || /^\d+\.$/.test(match[0])) return text;
  return text.slice(match[0].length).trim();
}

/** The title in its cell, heading or field: the text of the link to the paper, what is bold, or all of it. */
export function titleText(line: Line): string {
  const own = line.links.find(
    (link) => link.end - link.start > 12 && !/^https?:/.test(line.text.slice(link.start)),
  );
  const bold = line.strong.find((one) => one.end - one.start > 5);
  const whole = withoutWrapping(line.text);
  const best = [own, bold].find((stretch) => stretch && stretch.end - stretch.start > line.text.length * 0.6);
  const text = best ? line.text.slice(best.start, best.end) : whole;
  return bareTitle(text);
}

/** `"Title"` in quotes or brackets of its own. */
function withoutQuotes(text: string): string {
  return /^"([^"]*)"$|^“([^”]*)”$|^《([^》]*)》$|^【([^】]*)】$|^\[([^[\]]*)\]$/.test(text)
    ? text.slice(1, -1)
    : text;
}

/** The words of a title without what a list puts around them. */
export const bareTitle = (text: string): string => withoutQuotes(withoutNumber(withoutWrapping(text)));

export const CATEGORY =
  /^(?:(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[A-Za-z]{2}|(?:cond-mat|physics|nlin|astro-ph)\.[a-z-]{3,8}|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|astro-ph|cond-mat)$/;

/** `cs.CL, cs.AI`, `Machine Learning (cs.LG); Robotics (cs.RO)`, `cs.CL cs.AI`. */
export function parseCategories(text: string): string[] {
  const codes = text.split(/[\s,;|()[\]`'"*]+/).filter((word) => CATEGORY.test(word));
  return [...new Set(codes)];
}

export function parseList(text: string): string[] {
  return text
    .split(/[,;，；、|\n]|\s[·•]\s|(?:^|\s)#(?=\S)/)
    .map((word) => withoutWrapping(word).replaceAll(/^[`[\]"'\s]+|[`[\]"'\s]+$/g, ''))
    .filter((word) => word !== '' && word.length <= 80)
    .slice(0, 40);
}

/** The draft as an entry, once it is known which paper it is about. */
export function finishEntry(draft: Draft): DigestEntry | undefined {
  const { written, title, date: _, ...facts } = draft;
  return written ? { ...written, ...(title && { title }), ...facts } : undefined;
}
