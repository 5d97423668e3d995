import { describe, expect, test } from 'vitest';
import { mapPapers, type MappedPaper, type PaperMap } from '../../../lib/map/map-papers';
import { MAP_HEIGHT, MAP_WIDTH } from '../../../lib/map/plane';
import { shippedTermVectors } from '../../commands/term-vectors';
import { papersOfTopics } from '../../support/topics';

const vectors = shippedTermVectors();
const papers = papersOfTopics(12);
const map = mapPapers(papers, vectors);

describe('a map', () => {
  test('is the same for the same papers in any order', () => {
    expect(mapPapers(papers.toReversed(), vectors)).toEqual(map);
    expect(mapPapers(structuredClone(papers), vectors)).toEqual(map);
  });

  test('finds what belongs together', () => {
    for (const { ids } of map.regions) expect(new Set(ids.map((id) => id.slice(0, 4))).size).toBe(1);
    expect(map.regions.length).toBeGreaterThanOrEqual(4);
  });

  test.each<[string, MappedPaper[]]>([
    ['no paper', []],
    ['one paper', papers.slice(0, 1)],
    ['papers without an abstract', papers.map(({ id, title }) => ({ id, title }))],
    [
      'the same paper many times',
      papers.map(({ id }) => ({ id, title: 'On the same', abstract: 'Always the same.' })),
    ],
    ['papers without a word', papers.map(({ id }) => ({ id, title: '' }))],
    ['two hundred', papersOfTopics(50)],
  ])('of %s has each of them once, in one region or in none', (_, given) => {
    const drawn = mapPapers(given, vectors);
    expect(drawn.places.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
    expectWhole(drawn);
  });

  test('knows Chinese papers by their words, which the term vectors do not cover', () => {
    const chinese = Array.from({ length: 20 }, (_, i) => ({
      id: `2504.${String(i).padStart(5, '0')}`,
      title: i < 10 ? `电商搜索中的查询改写 ${i}` : `大模型语音识别 ${i}`,
      abstract:
        i < 10 ? '本文研究电商搜索的查询改写方法，利用用户点击。' : '本文研究语音识别与语音翻译的声学模型。',
    }));
    const drawn = mapPapers(chinese, vectors);
    expect(drawn.regions.map(({ ids }) => ids.length)).toEqual([10, 10]);
    const names = drawn.regions.flatMap(({ name }) => name).join('');
    expect(names).toMatch(/查询|改写|搜索/);
    expect(names).toMatch(/语音|识别/);
    expectWhole(drawn);
  });
});

function expectWhole({ places, regions }: PaperMap): void {
  regions.forEach(({ ids, name, coast }, region) => {
    const here = places.filter((place) => place.region === region).map(({ id }) => id);
    expect(here.toSorted()).toEqual(ids.toSorted());
    expect(coast).toMatch(/^M.*Z$/);
    expect(new Set(name).size).toBe(name.length);
  });
  for (const { x, y, region } of places) {
    expect(region === undefined || regions[region] !== undefined).toBe(true);
    expect(x > 0 && x < MAP_WIDTH && y > 0 && y < MAP_HEIGHT).toBe(true);
  }
}

test('no paper stands upon another', () => {
  map.places.forEach((one, i) => {
    for (const other of map.places.slice(i + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(0.4 * map.spacing);
    }
  });
});

test('papers of a region stand on its land, and those of others do not', () => {
  const rings = map.regions.map(({ coast }) =>
    coast
      .split('Z')
      .filter(Boolean)
      .map((ring) =>
        ring
          .slice(1)
          .split('L')
          .map((corner) => corner.split(',').map(Number)),
      ),
  );
  let strayed = 0;
  for (const { x, y, region } of map.places) {
    const on = rings.findIndex((land) => land.filter((ring) => isInside(ring, x, y)).length % 2 === 1);
    if (on === region || (on === -1 && region === undefined)) continue;
    strayed += 1;
  }
  expect(strayed).toBe(0);
});

function isInside(ring: number[][], x: number, y: number): boolean {
  let inside = false;
  ring.forEach(([ax = 0, ay = 0], i) => {
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

test('regions are named by what their papers say and others do not, as the papers write it', () => {
  const written = papers.map(({ title, abstract }) => `${title} ${abstract}`).join(' ');
  for (const { name } of map.regions) {
    expect(name.length).toBeGreaterThan(0);
    for (const term of name) expect(written).toContain(term);
  }
  const firsts = map.regions.map(({ name }) => name[0]);
  expect(new Set(firsts).size).toBe(firsts.length);
});
