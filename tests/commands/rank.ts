/** Related papers without a browser: `npm run -s rank -- papers.jsonl queries.json`. */
import { readFileSync } from 'node:fs';
import { readPapers } from './papers-jsonl';
import { rankCandidates, type RankQueries } from './rank-candidates';
import { shippedTermVectors } from './term-vectors';

const [papersPath, queriesPath] = process.argv.slice(2);
if (!papersPath || !queriesPath) {
  console.error('Usage: npm run -s rank -- papers.jsonl queries.json');
  process.exit(2);
}
const queries = JSON.parse(readFileSync(queriesPath, 'utf8').replace(/^\ufeff/, '')) as RankQueries;
const ranked = await rankCandidates(readPapers(papersPath), queries, shippedTermVectors(), console.error);
process.stdout.write(`${JSON.stringify(ranked)}\n`);
