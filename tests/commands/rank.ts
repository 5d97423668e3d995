/** Related papers without a browser: `npm run -s rank -- papers.jsonl queries.json`. */
import { readFileSync } from 'node:fs';
import { rankPapers } from '../../lib/related';
import { indexInMemory } from './index-in-memory';
import { readPapers } from './papers-jsonl';
import { shippedTermVectors } from './term-vectors';

type Queries = Record<string, { paper: string; candidates: string[] }>;

const [papersPath, queriesPath] = process.argv.slice(2);
if (!papersPath || !queriesPath) {
  console.error('Usage: npm run -s rank -- papers.jsonl queries.json');
  process.exit(2);
}
const papers = readPapers(papersPath);
const queries = JSON.parse(readFileSync(queriesPath, 'utf8')) as Queries;
const byId = new Map(papers.map((paper) => [paper.id, paper]));
const vectors = shippedTermVectors();
const index = await indexInMemory(papers, vectors);
const numbers = await index.numbersOf([...byId.keys()]);

const ranked: Record<string, [string, number][]> = {};
for (const [name, { paper, candidates }] of Object.entries(queries)) {
  const question = byId.get(paper);
  if (!question)
    throw new Error(`Query ${name} asks for the paper ${paper}, which ${papersPath} does not hold.`);
  const distinct = [...new Set(candidates)];
  const known = distinct.flatMap((id) => numbers.get(id) ?? []);
  const unknown = distinct.filter((id) => !numbers.has(id));
  const scored = await rankPapers(question, index, known, vectors);
  // A candidate that the collection does not hold is not left out: it comes last.
  ranked[name] = [...scored, ...unknown.map((id): [string, number] => [id, 0])];
}
process.stdout.write(`${JSON.stringify(ranked)}\n`);
