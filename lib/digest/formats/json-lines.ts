import { say } from '../../i18n/translate';
import type { Problem } from '../../paper';
import { parseJson } from '../data/literal';
import { findRecords } from '../data/records';
import { intoDigests } from '../entries/into-digests';
import type { FoundEntry } from '../entries/owners';
import { readPath } from '../file/path-facts';
import type { Format, ParsedFile, Source } from '../format';
import { isLinewise } from './json';

/** A record in each line: JSON, or Python literals as in the fixture `python-lines`. */
export const jsonLines: Format = {
  name: 'json-lines',
  claims: ({ path, text }) =>
    /^\s*[{[]/.test(text) && (/\.(?:jsonl|ndjson|jl)$/i.test(path) || isLinewise(text)),
  read: readJsonLines,
};

function readJsonLines({ path, text }: Source): ParsedFile {
  const entries: FoundEntry[] = [];
  const problems: Problem[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const { value, brokenAt } = parseJson(line.trim().replace(/,$/, ''));
    const found = findRecords(value, index + 1);
    entries.push(...found);
    if (brokenAt !== undefined) problems.push({ line: index + 1, ...say('digest_lineUnread') });
    else if (found.length === 0) problems.push({ line: index + 1, ...say('digest_recordNoId') });
  });
  return { digests: intoDigests(entries, {}, readPath(path).date), problems };
}
