import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ArxivId, Paper, ReadingState } from '../paper';
import type { BucketRecord, IndexState, RemovalRecord, UnitRecord, WordsRecord } from './index-records';
import { INDEX_TABLES, type IndexTables } from './index-tables';
import { DATABASE_NAME } from './keys';
import { outlineDigests } from './outlines';
import type {
  StoredClock,
  StoredDigest,
  StoredEntry,
  StoredImport,
  StoredOutline,
  StoredReading,
  StoredRestore,
  StoredSource,
  StoredStamps,
  StoredSupplement,
} from './records';
import { keepHindranceCodes, nameStoredDigests, withProblemCodes } from './upgrades';

export class LensDatabase extends Dexie implements IndexTables {
  declare papers: EntityTable<Paper, 'id'>;
  declare digests: EntityTable<StoredDigest, 'key'>;
  declare entries: Table<StoredEntry, [string, ArxivId]>;
  declare outlines: Table<StoredOutline, string>;
  declare imports: EntityTable<StoredImport, 'id'>;
  declare sources: Table<StoredSource, [number, number]>;
  declare readings: Table<StoredReading, [number, number]>;
  declare supplements: Table<StoredSupplement, [number, ArxivId]>;
  declare readingStates: EntityTable<ReadingState, 'id'>;
  declare readingStamps: EntityTable<StoredStamps, 'id'>;
  declare clocks: EntityTable<StoredClock, 'id'>;
  declare restores: EntityTable<StoredRestore, 'id'>;
  declare indexState: Table<IndexState, string>;
  declare indexUnits: Table<UnitRecord, number>;
  declare indexBuckets: Table<BucketRecord, [number, number]>;
  declare indexWords: Table<WordsRecord, [number, number]>;
  declare indexRemovals: Table<RemovalRecord, number>;

  constructor(name = DATABASE_NAME) {
    super(name);
    // A table's shape changes by adding a version below; a version that has shipped is never edited.
    this.version(1).stores({
      papers: 'id',
      digests: 'key, date, importId',
      entries: '[digest+id], id, importId, subject, *topics',
      imports: '++id, state',
      sources: '[importId+position]',
      readings: '[importId+position]',
      ...INDEX_TABLES,
    });
    this.version(2)
      .stores({
        readingStates: 'id',
        supplements: '[importId+id], id',
        restores: 'id',
        readings: '[importId+position], *keys',
      })
      .upgrade((transaction) =>
        transaction.table<StoredReading>('readings').toCollection().modify(nameStoredDigests),
      );
    this.version(3)
      .stores({ outlines: 'key' })
      .upgrade(async (transaction) => {
        const keys = await transaction.table<StoredDigest, string>('digests').toCollection().primaryKeys();
        const tables = { entries: transaction.table('entries'), outlines: transaction.table('outlines') };
        await outlineDigests(tables, keys);
      });
    this.version(4)
      .stores({ readingStamps: 'id', clocks: 'id' })
      .upgrade(async (transaction) => {
        const readings = transaction.table<StoredReading>('readings');
        await readings.toCollection().modify((reading, at) => {
          at.value = withProblemCodes(reading);
        });
        await transaction.table<StoredImport>('imports').toCollection().modify(keepHindranceCodes);
        await transaction.table<StoredRestore>('restores').toCollection().modify(keepHindranceCodes);
      });
  }
}
