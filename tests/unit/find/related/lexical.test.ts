import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readPapers } from '../../../commands/papers-jsonl';
import { rankCandidates } from '../../../commands/rank-candidates';
import { shippedTermVectors } from '../../../commands/term-vectors';

/** Lines as collections have them; each is odd in another way. */
const LINES = [
  '\ufeff{"id":1,"title":"Query rewriting for search","abstract":"We rewrite queries with language models."}',
  '{"id":"S2:2","title":"Rewriting queries","abstract":["Queries are rewritten.","Language models do it."]}',
  '{"id":"S2:2","title":"The same id again","abstract":"It is not read."}',
  '{"id":"no abstract","title":"Query logs","abstract":null,"authors":[{"name":"Wei Wang"}]}\r',
  '{"id":"nothing"}',
  '{"id":"empty","title":"","abstract":""}',
  '{"id":"strings","title":["Strings","and branes"],"abstract":"Black holes.","authors":"Wei Wang"}',
  '',
  '{"id": broken',
];

function papersOf(lines: readonly string[]): ReturnType<typeof readPapers> {
  const path = join(mkdtempSync(join(tmpdir(), 'lens-rank-')), 'papers.jsonl');
  writeFileSync(path, lines.join('\n'));
  return readPapers(path);
}

test('papers are read from whatever a collection calls a line, and a line that holds none is named', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const papers = papersOf(LINES);
  expect(papers.map(({ id }) => id)).toEqual(['1', 'S2:2', 'no abstract', 'nothing', 'empty', 'strings']);
  expect(papers[1]?.abstract).toBe('Queries are rewritten. Language models do it.');
  expect(papers[2]).toEqual({ id: 'no abstract', title: 'Query logs', authors: ['Wei Wang'] });
  expect(papers[5]?.title).toBe('Strings and branes');
  expect(said.mock.calls.map(([sentence]) => String(sentence))).toEqual([
    expect.stringMatching(/papers\.jsonl, line 9: no JSON object with an id\.$/),
  ]);
  said.mockRestore();
});

test('every candidate is ranked once, also where the collection does not hold it, or not the paper asked for', async () => {
  const candidates = ['nothing', 'absent', 'S2:2', 'empty', 'strings', 'S2:2', 1];
  const distinct = ['nothing', 'absent', 'S2:2', 'empty', 'strings', '1'];
  const sentences: string[] = [];
  const ranked = await rankCandidates(
    papersOf(LINES.slice(0, -1)),
    {
      known: { paper: 1, candidates },
      wordless: { paper: 'empty', candidates },
      unknown: { paper: 'absent', candidates },
      constructor: { paper: 'strings', candidates: ['__proto__'] },
      without: { paper: 1 },
    },
    shippedTermVectors(),
    (sentence) => sentences.push(sentence),
  );
  for (const name of ['known', 'wordless', 'unknown']) {
    const scores = ranked[name]?.map(([, score]) => score) ?? [];
    expect(ranked[name]?.map(([id]) => id).toSorted()).toEqual(distinct.toSorted());
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  }
  expect(ranked['known']?.[1]?.[0]).toBe('S2:2');
  expect(ranked['known']?.at(-1)?.[0]).toBe('absent');
  expect(ranked['unknown']?.map(([id]) => id)).toEqual(distinct);
  expect(ranked['constructor']).toEqual([['__proto__', 0]]);
  expect(ranked['without']).toEqual([]);
  expect(sentences).toEqual(['Query unknown is for the paper absent, which the collection does not hold.']);
});
