/** Search without a browser: `npm run -s search -- papers.jsonl queries.txt`. */
import { readFileSync } from 'node:fs';
import { indexInMemory } from './index-in-memory';
import { readPapers } from './papers-jsonl';
import { searchPapers } from '../../lib/search';

const [papersPath, queriesPath] = process.argv.slice(2);
if (!papersPath || !queriesPath) {
  console.error('Usage: npm run -s search -- papers.jsonl queries.txt');
  process.exit(2);
}
const index = await indexInMemory(readPapers(papersPath));
const queries = readFileSync(queriesPath, 'utf8').split(/\r?\n/);
for (const query of queries.filter((line) => line.trim() !== '')) {
  const { hits } = await searchPapers(query, index);
  process.stdout.write(`${JSON.stringify({ query, hits: hits.map(({ id }) => id) })}\n`);
}
