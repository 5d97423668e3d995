import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../../lib/digest/data/front-matter';

describe('what a post says of itself', () => {
  it.each([
    ['---\ntitle: Papers of the day\ndate: 2025-04-10\n---\n', 'Papers of the day'],
    ['---\ntitle: "Papers: a list"\ndate: 2025-04-10 # local time\n---\n', 'Papers: a list'],
    ['---\ntitle: Papers: a list\ndate: 2025-04-10\n---\n', 'Papers: a list'],
    ['---\ntitle: >-\n  Papers\n  of the day\ndate:   2025-04-10\n---\n', 'Papers of the day'],
    ['+++\ntitle = "Papers of the day"\ndate = 2025-04-10\n+++\n', 'Papers of the day'],
  ])('%j gives title and day', (text, title) =>
    expect(readFrontMatter(`${text}Text`)).toMatchObject({
      preamble: { title, date: '2025-04-10' },
      end: text.length,
    }),
  );

  it.each([
    ['authors: Ada Example, Bo Li'],
    ['authors: [Ada Example, Bo Li]'],
    ['authors:\n  - Ada Example\n  - Bo Li'],
    ['authors:\n  - name: Ada Example\n  - name: Bo Li'],
  ])('%j names the authors of its one paper', (authors) =>
    expect(
      readFrontMatter(`---\narxiv_id: "2504.05309"\ntitle: On queries\n${authors}\n---\n`).entry,
    ).toMatchObject({
      written: { id: '2504.05309' },
      title: 'On queries',
      authors: ['Ada Example', 'Bo Li'],
    }),
  );
});
