import type { Tab } from './under-test';

/** For `JSON.stringify`: the fields of a record by their names, in whatever order they were written. */
export const byFieldName = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;

/** All records of some tables as one text each, their fields in order, read past the extension's own code. */
export function storedRecords(tab: Tab, tables: readonly string[]): Promise<Record<string, string>> {
  return tab.evaluate(
    async (names) => {
      const open = indexedDB.open('digest-lens');
      const db = await new Promise<IDBDatabase>((resolve) => {
        open.addEventListener('success', () => resolve(open.result));
      });
      const texts: Record<string, string> = {};
      for (const name of names) {
        const request = db.transaction(name).objectStore(name).getAll();
        const records = await new Promise<unknown[]>((resolve) => {
          request.addEventListener('success', () => resolve(request.result));
        });
        // A page knows nothing of the function above.
        const byName = (_key: string, value: unknown): unknown =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).sort())
            : value;
        texts[name] = records.map((record) => JSON.stringify(record, byName)).join('\n');
      }
      db.close();
      return texts;
    },
    [...tables],
  );
}
