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
import { isRecord } from './record-shapes';

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
  const [table, record] = entry;
  return isTable(table) && isRecord(table, record) ? { table, record } : undefined;
}

function parseObject(line: string): Record<string, unknown> | undefined {
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

/**
 * Reads a file from beginning to end and throws a `BackupError` if anything in it is not as it was written, so
 * nothing of a damaged file is ever stored. Gives the number of records in the file.
 */
export async function checkBackup(file: Blob): Promise<number> {
  const counts: BackupEnd['counts'] = {};
  let line = 0;
  let crc = 0;
  let end: BackupEnd | undefined;
  let last: ReadRecord | undefined;
  let digest: unknown;
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
      unlessFalse(found !== undefined && isInOrder(last, found));
      if (found?.table === 'digests') digest = found.record['key'];
      if (found?.table === 'entries') unlessFalse(found.record['digest'] === digest);
      if (found) counts[found.table] = (counts[found.table] ?? 0) + 1;
      last = found;
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
