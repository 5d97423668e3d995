import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../lib/digest/read-file';

const entriesOf = (text: string) =>
  readFile({ path: 'digest.toml', bytes: new TextEncoder().encode(text) }).digests.flatMap(
    ({ entries }) => entries,
  );
const paper = (fields: string) => `date = 2025-04-10\n\n[[papers]]\nid = "2504.07096"\n${fields}`;

describe('a paper in TOML', () => {
  it.each([
    ['title = "On $\\\\alpha$ and \\"beta\\""', 'On $\\alpha$ and "beta"'],
    ["title = 'On $\\alpha$'", 'On $\\alpha$'],
    ['title = "On $\\alpha$, as it was typed"', 'On $\\alpha$, as it was typed'],
    ['title = """\nOn two\nlines"""', 'On two lines'],
    ['title = "Cut sho', 'Cut sho'],
    ['title = "On cuts"\nauth', 'On cuts'],
  ])('%j has its title', (written, title) => expect(entriesOf(paper(written))[0]?.title).toBe(title));

  it('keeps the zeros of an id that was written as a number', () =>
    expect(entriesOf('[[papers]]\nid = 2504.07090\ntitle = "On zeros"')[0]?.id).toBe('2504.07090'));
  it('does not take the others with it when it is broken', () =>
    expect(
      entriesOf(`${paper('title = On slips\n')}[[papers]]\nid = "2504.07097"\ntitle = "On"\n`).map(
        ({ id, title, line }) => [id, title, line],
      ),
    ).toEqual([
      ['2504.07096', 'On slips', 4],
      ['2504.07097', 'On', 7],
    ]));
});
