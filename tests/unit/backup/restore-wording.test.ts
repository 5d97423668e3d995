import { expect, test } from 'vitest';
import { restoreSummary } from '../../../lib/backup/restore-wording';
import { printBytes } from '../../../lib/browser/storage-space';
import type { StoredRestore } from '../../../lib/store/records';

const DONE: StoredRestore = {
  id: 1,
  startedAt: 1,
  name: 'a.gz',
  state: 'done',
  records: 3,
  written: 3,
  newPapers: 0,
  newDigests: 0,
  newStates: 0,
};

test.each<[Partial<StoredRestore>, string]>([
  [{}, 'Restored a.gz: everything in it was here already.'],
  [{ newPapers: 1 }, 'Restored a.gz: 1 paper that was not here.'],
  [{ newPapers: 1200, newStates: 1 }, 'Restored a.gz: 1,200 papers, 1 reading state that were not here.'],
  [
    { state: 'refused', hindrance: [{ code: 'backup_cutShort' }] },
    'a.gz was not restored, and nothing has changed. This backup is cut short: its last line is missing.',
  ],
])('a restore %o says so', (changes, said) => expect(restoreSummary({ ...DONE, ...changes })).toBe(said));

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1500, '1.5 kB'],
  [9_960_000, '10 MB'],
  [312_400_000, '312 MB'],
  [83_000_000_000, '83 GB'],
])('%i bytes are %s', (bytes, said) => expect(printBytes(bytes)).toBe(said));
