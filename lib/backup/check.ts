import { crc32, hexadecimal } from '../crc32';
import { say } from '../i18n/translate';
import {
  BACKUP_TABLES,
  type BackupEnd,
  BackupError,
  type BackupHeader,
  type BackupTable,
  FORMAT,
  VERSION,
} from './format';
import { linesOf, notABackup } from './lines';
import { readRecord } from './record-shapes';

/** A record of a backup and the table it belongs to. */
export interface ReadRecord {
  table: BackupTable;
  record: Record<string, unknown>;
}

const tables: readonly string[] = BACKUP_TABLES;
const isTable = (name: string): name is BackupTable => tables.includes(name);

/** The table and the record that a line holds; undefined if it holds none. */
export function parseRecord(line: string): ReadRecord | undefined {
  const value = parseObject(line);
  const [entry, ...more] = Object.entries(value ?? {});
  if (!entry || more.length > 0) return undefined;
  const [table, written] = entry;
  const record = isTable(table) ? readRecord(table, written) : undefined;
  return isTable(table) && record ? { table, record } : undefined;
}

/** Longer lines are looked at before they are parsed: a million nested lists would take the parser many seconds. */
const LONG_LINE = 100_000;
const DEEPEST = 64;

/** How deep lists and objects are nested, as far as `DEEPEST`. Brackets within texts count too where they are never closed. */
function isTooDeep(line: string): boolean {
  let depth = 0;
  for (const [bracket] of line.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (bracket === '[' || bracket === '{') depth += 1;
    else if (bracket === ']' || bracket === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function parseObject(line: string): Record<string, unknown> | undefined {
  if (line.length > LONG_LINE && isTooDeep(line)) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Throws a `BackupError` unless the first line says that the file is a backup which this extension can read. */
function checkHeader(line: string): void {
  const header = parseObject(line)?.['backup'] as Partial<BackupHeader> | undefined;
  if (header?.format !== FORMAT || typeof header.version !== 'number') throw notABackup();
  if (header.version > VERSION) {
    throw new BackupError(say('backup_newer'));
  }
}

/** What the records of a backup have in common: each is there once, and what one names another is. */
class Coherence {
  readonly #keys = new Map<BackupTable, Set<string>>();
  #digest: unknown;
  #last: ReadRecord | undefined;

  /** Whether a record may follow those before it. */
  admits(found: ReadRecord): boolean {
    const { table, record } = found;
    const isRight = isInOrder(this.#last, found) && this.#isKnown(found) && this.#isFirst(table, record);
    this.#last = found;
    return isRight;
  }

  #isKnown({ table, record }: ReadRecord): boolean {
    const { importId } = record;
    if (importId !== undefined && !this.#has('imports', String(importId))) return false;
    if (table === 'digests') this.#digest = record['key'];
    if (table !== 'entries') return true;
    return record['digest'] === this.#digest && this.#has('papers', String(record['id']));
  }

  #isFirst(table: BackupTable, record: ReadRecord['record']): boolean {
    // An entry is one of the digest before it.
    if (table === 'digests') this.#keys.delete('entries');
    const key = keyOf(table, record);
    if (key === undefined) return true;
    const known = this.#keys.get(table) ?? new Set();
    this.#keys.set(table, known);
    return !known.has(key) && Boolean(known.add(key));
  }

  #has(table: BackupTable, key: string): boolean {
    return this.#keys.get(table)?.has(key) ?? false;
  }
}

/** What tells a record from the others of its table; settings are no records with a key. */
function keyOf(table: BackupTable, record: ReadRecord['record']): string | undefined {
  switch (table) {
    case 'imports':
    case 'papers':
    case 'entries':
    case 'readingStates':
      return String(record['id']);
    case 'digests':
      return String(record['key']);
    case 'readings':
      return `${String(record['importId'])} ${String(record['position'])}`;
    case 'supplements':
      return `${String(record['importId'])} ${String(record['id'])}`;
    case 'settings':
      return undefined;
  }
}

/**
 * Reads a file from beginning to end and throws a `BackupError` if anything in it is not as it was written, so
 * nothing of a damaged file is ever stored. Gives the number of records in the file.
 */
export async function checkBackup(file: Blob): Promise<number> {
  const counts: BackupEnd['counts'] = {};
  const coherence = new Coherence();
  let line = 0;
  let crc = 0;
  let end: BackupEnd | undefined;
  const unlessFalse = (isRight: boolean): void => {
    if (!isRight) throw new BackupError(say('backup_damagedLine', line));
  };

  for await (const { bytes, lines } of linesOf(file)) {
    for (const text of lines) {
      line += 1;
      unlessFalse(end === undefined);
      if (line === 1) {
        checkHeader(text);
        continue;
      }
      end = parseEnd(text);
      if (end) continue;
      const found = parseRecord(text);
      unlessFalse(found !== undefined && coherence.admits(found));
      if (found) counts[found.table] = (counts[found.table] ?? 0) + 1;
    }
    const endsHere = end ? new TextEncoder().encode(`${lines.at(-1)}\n`).length : 0;
    crc = crc32(bytes.subarray(0, bytes.length - endsHere), crc);
  }
  const isWhole = BACKUP_TABLES.every((table) => (end?.counts?.[table] ?? 0) === (counts[table] ?? 0));
  if (!end) throw new BackupError(say('backup_cutShort'));
  if (!isWhole || end.crc32 !== hexadecimal(crc)) throw new BackupError(say('backup_notWhole'));
  return line - 2;
}

function parseEnd(line: string): BackupEnd | undefined {
  return line.startsWith('{"end":') ? (parseObject(line)?.['end'] as BackupEnd | undefined) : undefined;
}

const placeOf = (table: BackupTable): number =>
  BACKUP_TABLES.indexOf(table === 'entries' ? 'digests' : table);

/**
 * Whether a record's table may follow the last record's. Entries stand between digests; all other tables follow one
 * another.
 */
function isInOrder(last: ReadRecord | undefined, { table }: ReadRecord): boolean {
  return last === undefined || placeOf(last.table) <= placeOf(table);
}
