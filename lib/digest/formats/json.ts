import { findDay, findDays } from '../../days/notation';
import { say } from '../../i18n/translate';
import type { AnnouncementDate, Problem } from '../../paper';
import { isFields, parseJson, type Value } from '../data/literal';
import { findRecords } from '../data/records';
import { intoDigests, type Preamble } from '../entries/into-digests';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';
import { parseLabel } from '../labels';

/** One JSON document, whatever its shape. */
export const json: Format = {
  name: 'json',
  claims: ({ path, text }) =>
    /^\s*[[{]/.test(text) && !TOML_TABLE.test(text) && (/\.json$/i.test(path) || isDocument(text)),
  read: readJson,
};

const TOML_TABLE = /^\s*\[{1,2}[\w.-]+\]{1,2}[ \t]*\n/;

/** Whether the text is one document rather than a list of links or a document for each line. */
function isDocument(text: string): boolean {
  const start = text.trimStart();
  return /^(?:\{\s*"|\{\s*'|\{\s*\}|\[\s*[[{"'\]])/.test(start) && !isLinewise(start);
}

const WHOLE_LINE = /^(?:\{\s*(?:["'}\]]|\}).*\}|\[\s*(?:[[{"'\]]|\d).*\]),?\s*$/;

/** Whether the first two lines are each a whole object or list. */
export function isLinewise(text: string): boolean {
  const [first = '', second = ''] = text.trimStart().split('\n', 3);
  if (!WHOLE_LINE.test(first) || first.length < 8 || /^\[[^\]]*\]\(/.test(first)) return false;
  return (
    WHOLE_LINE.test(second) || (second.trim() === '' && first.startsWith('{') && text.trim().includes('\n'))
  );
}

function readJson({ path, text }: Source): ParsedFile {
  const { value, brokenAt } = parseJson(text);
  const problems: Problem[] = [];
  if (brokenAt !== undefined) {
    problems.push({
      line: text.slice(0, brokenAt).split('\n').length,
      ...say('digest_notJson'),
    });
  }
  return readData(value, path, problems);
}

/** Makes digests of data, whichever notation it was written in. */
export function readData(written: Value | undefined, path: string, problems: Problem[] = []): ParsedFile {
  const value = withJsonFeedDates(written);
  const pathDate = readPath(path).date;
  const entries = findRecords(value);
  const preamble = readDataPreamble(value, entries.some(({ draft }) => draft.date) || pathDate !== undefined);
  return { digests: intoDigests(entries, preamble, pathDate), problems };
}

/** Dates the entries of a JSON Feed by the day they came out, as in RSS. https://www.jsonfeed.org/version/1.1/ */
function withJsonFeedDates(value: Value | undefined): Value | undefined {
  if (!isFields(value) || !/jsonfeed\.org/.test(String(value['version'])) || !Array.isArray(value['items']))
    return value;
  const dated = value['items'].map((item) =>
    isFields(item) ? { ...item, date: item['date_published'] ?? null } : item,
  );
  return { ...value, items: dated };
}

const HEADING = /^(?:header|title|text|content|subject|name|message|caption|h1|标题)$/i;

/** Finds the one day that the headings of a card or a message name, at any depth. */
function findHeadingDay(value: Value, depth = 0): AnnouncementDate | undefined {
  if (!isFields(value) || depth > 4) return undefined;
  for (const [key, field] of Object.entries(value)) {
    if (typeof field === 'string') {
      const days = HEADING.test(key) ? findDays(field.slice(0, 200)) : [];
      if (days.length === 1) return days[0]?.date;
    }
    const below = isFields(field) ? findHeadingDay(field, depth + 1) : undefined;
    if (below) return below;
  }
  return undefined;
}

const GENERATED =
  /^(?:generated|created|fetched|updated|last_?updated?|last_?build|crawled|run)(?:_?(?:at|on|date|time))?$/i;

/** Reads what a document says of itself in its outermost fields. */
export function readDataPreamble(value: Value | undefined, isDated: boolean): Preamble {
  if (!isFields(value)) return {};
  let date: AnnouncementDate | undefined;
  let generated: AnnouncementDate | undefined;
  for (const [key, field] of Object.entries(value)) {
    if (typeof field !== 'string' || field.length > 200) continue;
    const fact = parseLabel(key);
    if (fact === 'date') date ??= findDay(field);
    else if (GENERATED.test(key)) generated ??= findDay(field);
  }
  const named = value['title'];
  const title = typeof named === 'string' && named.length < 200 ? named : undefined;
  const day = date ?? findDay(title ?? '') ?? (isDated ? undefined : (findHeadingDay(value) ?? generated));
  return { ...(title && { title }), ...(day && { date: day }) };
}
