import { defineBackground } from '#imports';
import { answerRelated, answerSearch, answerSearchIds } from '../lib/answers';
import { createEngine } from '../lib/engine';
import { readImport, storeImport } from '../lib/import';
import { serve } from '../lib/messages';
import { answerMarks, silence } from '../lib/page-marks';
import { onBrowserStart, report, stayAlive, termVectorBytes } from '../lib/platform';
import { failImport, importById, unfinishedImports } from '../lib/store/imports';
import { tellReading } from '../lib/store/news';
import { changeReadingStates, putBackReadingStates } from '../lib/store/reading-states';
import { LensDatabase } from '../lib/store/schema';
import { readSettings, writeSettings } from '../lib/store/settings';
import { undoImport } from '../lib/store/undo';

export default defineBackground({
  type: 'module',
  main() {
    const db = new LensDatabase();
    const engine = createEngine(db, termVectorBytes);
    // On their way while the question that started the worker is still arriving. A damaged index is told by that.
    engine.prepare().catch(report);
    const working = new Map<number, Promise<void>>();

    /** One worker works once at an import, however often it is asked. */
    function work(importId: number, step: (importId: number) => Promise<void>): void {
      if (working.has(importId)) return;
      const done = stayAlive(() => step(importId))
        .catch(async (error: unknown) => {
          report(error);
          await failImport(db, importId, String(error));
        })
        .finally(() => working.delete(importId));
      working.set(importId, done);
    }

    const read = (importId: number) => readImport(db, importId);
    const store = async (importId: number) => {
      const { add } = await engine.writer();
      await storeImport(db, importId, { add, tend: engine.tend });
      const newPapers = (await importById(db, importId))?.newPapers ?? 0;
      // The one time that all there is to merge is worth it: the import is most of what is stored.
      await engine.tend(newPapers > (await db.papers.count()) / 2);
    };
    const undo = async (importId: number) => {
      const { remove } = await engine.writer();
      await undoImport(db, importId, remove);
      await engine.tend();
    };

    async function goOn(): Promise<void> {
      for (const { id, state } of await unfinishedImports(db)) work(id, state === 'reading' ? read : store);
    }

    serve({
      wake: goOn,
      marks: (page) => answerMarks(db, page),
      silence,
      related: (page) => answerRelated(db, engine, page),
      settings: async () => readSettings(),
      changeSettings: async (changes) => writeSettings(changes),
      search: (text) => answerSearch(db, engine, text),
      searchIds: (text) => answerSearchIds(engine, text),
      changeReading: async ({ ids, change }) => {
        const before = await changeReadingStates(db, ids, change, Date.now());
        await tellReading(ids, Date.now());
        return before;
      },
      putBackReading: async (before) => {
        await putBackReadingStates(db, before, Date.now());
        await tellReading(
          before.map(({ id }) => id),
          Date.now(),
        );
      },
      readImport: async (importId) => work(importId, read),
      storeImport: async (importId) => work(importId, store),
      undoImport: (importId) => stayAlive(() => undo(importId)),
    });
    onBrowserStart(() => {
      void goOn();
      void stayAlive(engine.mend).catch(report);
    });
    void goOn();
    void stayAlive(engine.goOnMending).catch(report);
  },
});
