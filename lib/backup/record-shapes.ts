import type { BackupTable } from './format';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const key: Check = (value) => typeof value === 'string' && value !== '';
const number: Check = (value) => typeof value === 'number';
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const list: Check = (value) => Array.isArray(value);
const day: Check = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const address: Check = (value) => typeof value === 'string' && /^https?:/i.test(value);
const flag: Check = (value) => typeof value === 'boolean';

/** The fields that every record of a table must have. */
const REQUIRED: Record<BackupTable, Record<string, Check>> = {
  imports: { id: number, startedAt: number, name: text, digestsStored: number, newPapers: number },
  readings: { importId: number, position: number, path: text, digests: list, problems: list },
  papers: { id: key, title: text, authors: texts },
  digests: { key, date: day, importId: number },
  entries: { digest: key, id: key, date: day, position: number, importId: number },
  supplements: { importId: number, id: key },
  readingStates: { id: key, changedAt: number },
  settings: {},
};

/** The fields that a record may have and on whose type the pages rely. */
const OPTIONAL: Partial<Record<BackupTable, Record<string, Check>>> = {
  papers: { abstract: text, version: number, tags: texts },
  digests: { title: text, subject: text },
  entries: { subject: text, topics: texts, categories: texts, tags: texts, codeUrl: address },
  supplements: { title: text, authors: texts, abstract: text, version: number, tags: texts },
  readingStates: { read: flag, starred: flag, hidden: flag, note: text, tags: texts },
};

/** Whether a record can be stored in its table. */
export function isRecord(table: BackupTable, record: unknown): record is Record<string, unknown> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  const fields = record as Fields;
  return (
    Object.entries(REQUIRED[table]).every(([name, check]) => check(fields[name])) &&
    Object.entries(OPTIONAL[table] ?? {}).every(
      ([name, check]) => fields[name] === undefined || check(fields[name]),
    )
  );
}
