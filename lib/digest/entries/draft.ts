import { arxivIdFromUrl, findArxivIds, parseArxivId, withoutPlace, type WrittenId } from '../../arxiv/id';
import { findDay, parseDay } from '../../days/notation';
import type { AnnouncementDate, DigestEntry } from '../../paper';
import { findAddresses } from '../addresses';
import type { Line } from '../blocks/line';
import type { Fact } from '../labels';
import { parseAuthors } from './authors';
import { oneLine, titleText, withoutWrapping } from './bare-text';
import { parseCategories } from './categories';

/** An entry while its block is being read. What is said first about a fact stays. */
export interface Draft extends Omit<DigestEntry, 'id' | 'title'> {
  written?: WrittenId | undefined;
  title?: string | undefined;
  /** The day that its own row or list item gives this entry alone. */
  date?: AnnouncementDate;
}

/** Adds what a field says, and answers whether it said anything. */
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

/** Whether a text is a moment, `2025-04-08T17:59:59Z`: that is when a paper was submitted and no day of a digest. */
const isStamp = (text: string): boolean => /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:Z|\+00:00|$)/.test(text);

function addCode(draft: Draft, value: Line, text: string): boolean {
  const url = value.links.find((link) => /^https?:/.test(link.href))?.href ?? findAddresses(text)[0]?.href;
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

/** Finds the id in a field that can hold the paper's own; in other fields an id is that of another paper. */
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
  return found && withoutPlace(found);
}

const NOTHING = /^(?:null|none|nan|n\/a|na|undefined|-+|—|\[\]|\{\}|无|暂无)$/i;
export const isNothing = (text: string): boolean => NOTHING.test(text);

export function parseList(text: string): string[] {
  return text
    .split(/[,;，；、|\n]|\s[·•]\s|(?:^|\s)#(?=\S)/)
    .map((word) => withoutWrapping(word).replaceAll(/^[`[\]"'\s]+|[`[\]"'\s]+$/g, ''))
    .filter((word) => word !== '' && word.length <= 80)
    .slice(0, 40);
}

/** Makes an entry of a draft, if it is known which paper it is about. */
export function finishEntry(draft: Draft): DigestEntry | undefined {
  const { written, title, date: _, ...facts } = draft;
  return written ? { ...written, ...(title && { title }), ...facts } : undefined;
}
