import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../lib/digest/read-file';

const entriesOf = (text: string) =>
  readFile({ path: 'digest.yml', bytes: new TextEncoder().encode(text) }).digests.flatMap(
    ({ entries }) => entries,
  );

describe('a paper in YAML', () => {
  it.each([
    ['title: "Search: a survey"', 'Search: a survey'],
    ['title: Search: a survey', 'Search: a survey'],
    ["title: Search: a reader's survey", "Search: a reader's survey"],
    ['title: >-\n    Search\n    engines', 'Search engines'],
    ['title: [Re] Search engines', '[Re] Search engines'],
    ['title: "Search engi', 'Search engi'],
    ['title: Search engines\n  auth', 'Search engines'],
  ])('%j has its title', (written, title) =>
    expect(entriesOf(`papers:\n- id: "2504.07090"\n  ${written}`)[0]).toMatchObject({
      id: '2504.07090',
      title,
    }),
  );
});
