import { parseArgs } from 'node:util';
import { benchGrowth, benchImport } from '../bench/import';
import { benchIndex } from '../bench/index';
import { benchLibrary } from '../bench/library';
import { benchMap } from '../bench/map';
import { benchMark } from '../bench/mark';
import { benchPages } from '../bench/pages';
import { benchPopup } from '../bench/popup';
import { benchRead } from '../bench/read';
import { benchRelated } from '../bench/related';
import type { Row } from '../bench/row';
import { benchSearch } from '../bench/search';
import { benchSpeed } from '../bench/speed';

/** Every bench by its name: `npm run -s bench -- --only mark --json`. */
const BENCHES: Record<string, () => Promise<Row[]>> = {
  library: benchLibrary,
  mark: benchMark,
  pages: benchPages,
  popup: benchPopup,
  read: benchRead,
  import: benchImport,
  growth: benchGrowth,
  related: benchRelated,
  search: benchSearch,
  index: benchIndex,
  speed: benchSpeed,
  map: benchMap,
};

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const names = values.only?.split(',') ?? Object.keys(BENCHES);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there is ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}

const results: Record<string, Row[]> = {};
for (const name of names) {
  const rows = (await BENCHES[name]?.()) ?? [];
  results[name] = rows;
  if (!values.json) print(name, rows);
}
if (values.json) console.log(JSON.stringify(results, undefined, 2));

function print(bench: string, rows: readonly Row[]): void {
  console.log(bench);
  for (const row of rows) {
    const { name, value, unit } = row;
    console.log(`  ${name.padEnd(56)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(4)} ${comparison(row)}`);
  }
}

/** `2.10 × the 40.2 ms of an empty page, at most 3 ×` */
function comparison({ value, unit, floor, ratio, goal, beside }: Row): string {
  const against =
    ratio === undefined ? beside : `${ratio.toFixed(2)} × the ${floor?.toFixed(1)} ${unit} of ${beside}`;
  if (goal === undefined) return against;
  const atMost = `at most ${goal} ${ratio === undefined ? unit : '×'}`;
  const missed = (ratio ?? value) > goal ? ' (MISSED)' : '';
  return [against, atMost + missed].filter(Boolean).join(', ');
}
