/** Search without a browser: `npm run -s search -- papers.jsonl queries.txt`. */
import { readFileSync } from 'node:fs';
import { parseSearch } from '../../lib/find/query/query';
import { searchPapers } from '../../lib/find/search/search';
import { indexInMemory } from './index-in-memory';
import { readPapers } from './papers-jsonl';

const [papersPath, queriesPath] = process.argv.slice(2);
if (!papersPath || !queriesPath) {
  console.error('Usage: npm run -s search -- papers.jsonl queries.txt');
  process.exit(2);
}
const index = await indexInMemory(readPapers(papersPath));
// One answer a line, also where nothing is asked: so both files can be read side by side.
const queries = readFileSync(queriesPath, 'utf8')
  .replace(/^\ufeff|\r?\n$/g, '')
  .split(/\r?\n/);
for (const query of queries) {
  const { hits } = await searchPapers(parseSearch(query), index);
  process.stdout.write(`${JSON.stringify({ query, hits: hits.map(({ id }) => id) })}\n`);
}
