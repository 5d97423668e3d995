import { findDays, valid } from '../../days/notation';
import type { AnnouncementDate } from '../../paper';
import { anyOf } from '../word-pattern';

/** What the path of a file says: `10-Apr-2025/IR/README.md` is the digest of that day on IR. */
interface PathFacts {
  date?: AnnouncementDate;
  subject?: string;
}

export function readPath(path: string): PathFacts {
  const segments = path
    .split(/[\\/]/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    // A code host packs a repository into one folder named after a branch or commit, which is no day.
    .filter((segment) => !/-(?:main|master|[0-9a-f]{40})$/.test(segment))
    .map((segment, index, all) => (index === all.length - 1 ? withoutExtension(segment) : segment));
  const dated = datedSegment(segments);
  const subject = findSubject(segments, dated);
  return { ...(dated && { date: dated.date }), ...(subject && { subject }) };
}

interface DatedSegment {
  date: AnnouncementDate;
  index: number;
  rest: string;
}

/** Finds the deepest part of the path that names a day, also one spread over folders: `2025/04/10`. */
function datedSegment(segments: readonly string[]): DatedSegment | undefined {
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index] ?? '';
    const found = findDays(segment)[0];
    if (found)
      return { date: found.date, index, rest: segment.slice(0, found.index) + segment.slice(found.end) };
    const short = shortDay(segment) ?? spreadDay(segments, index);
    if (short) return { date: short, index, rest: '' };
  }
  return undefined;
}

/** Reads `201204` as 4 December 2020 where it is the whole name. */
function shortDay(segment: string): AnnouncementDate | undefined {
  const match = /^(?:[a-z]+[-_])?(\d{2})(\d{2})(\d{2})$/i.exec(segment);
  if (!match) return undefined;
  return valid(2000 + Number(match[1]), Number(match[2]), Number(match[3]));
}

function spreadDay(segments: readonly string[], index: number): AnnouncementDate | undefined {
  const tail = /^(\d{1,2})(?:日|[-_ ].*)?$/.exec(segments[index] ?? '');
  if (!tail) return undefined;
  const above = segments.slice(Math.max(0, index - 2), index).join('-');
  return findDays(`${above}-${tail[1]}`).at(-1)?.date;
}

/** Names of files and folders that tell no subject. */
const SAYS_NOTHING = new RegExp(
  `^${anyOf(
    'readme, index, paper(s), digest(s), report(s), daily, arxiv, feed, rss, atom, data, output, result(s), list',
    'new, latest, today, topic(s), issue_template, doc(s), archive(s), txt, md',
    'mon, tue, wed, thu, fri, sat, sun',
    'cn, en, zh, ja',
  )}$`,
  'i',
);
const CATEGORY = /^[a-z-]+\.[A-Za-z]{2}$|^[a-z]+-[a-z]+$/;

function findSubject(segments: readonly string[], dated: DatedSegment | undefined): string | undefined {
  if (!dated) return undefined;
  const below = segments
    .slice(dated.index + 1)
    .map(subjectIn)
    .filter(Boolean);
  if (below.length > 0) return below.join(' / ');
  const beside = subjectIn(dated.rest);
  if (beside && /^(?:[A-Z]\w*|[a-z-]+\.[A-Z]{2})$/.test(beside)) return beside;
  return segments
    .slice(0, dated.index)
    .findLast((segment) => CATEGORY.test(segment) && segment.includes('.'));
}

function subjectIn(segment: string): string {
  const name = segment
    .replace(/_?related_papers$/i, '')
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/^[\s\-_.,]+/, '')
    .replace(/[\s\-_.,]+$/, '');
  return SAYS_NOTHING.test(name) ? '' : name;
}

function withoutExtension(name: string): string {
  return name.replace(/\.(?:[a-z]{1,8}|bib|ris)$/i, '').replace(/\.(?:atom|rss)$/i, '');
}
