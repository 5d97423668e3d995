import { expect, test } from 'vitest';
import { GREEK } from '../../../../lib/text/latex/greek';
import { plainTex } from '../../../../lib/text/latex/one-line';
import { SIGNS } from '../../../../lib/text/latex/signs';

test('a Greek letter is the same where a formula is read and where it is one line', () => {
  const letters = Object.keys(GREEK).map((name) => [plainTex(`$\\${name}$`), SIGNS[name]]);
  expect(letters.filter(([here, there]) => here !== there)).toEqual([]);
  expect(plainTex('$\\epsilon$-greedy, $\\phi$')).toBe('ϵ-greedy, ϕ');
});

test.each([
  ['plain words - stay', 'plain words - stay'],
  ['\\textbf{Q}uery \\textbf{R}ewrite', 'Query Rewrite'],
  ['an increase of 11.18\\% in CTR', 'an increase of 11.18% in CTR'],
  ['CAT-ID$^2$: Category-Tree', 'CAT-ID²: Category-Tree'],
  ['$\\alpha$-divergence and $O(n)$', 'α-divergence and O(n)'],
  ['\\method{} has been deployed', ' has been deployed'.trim()],
  ['retrieval -- a survey', 'retrieval – a survey'],
  ['AT\\&T, a\\_b, 5\\$', 'AT&T, a_b, 5$'],
  ['$\\unicode{x2013}$ The Gender Dashboard', '– The Gender Dashboard'],
  ["best caf\\'e near me, syst\\`{e}me", 'best café near me, système'],
  ['${O}(\\log K)$ Leakage', 'O(log K) Leakage'],
  ['CO<sub>2</sub> in <i>E. coli</i>', 'CO2 in E. coli'],
  ["Let's <think> about $p<0.05$", "Let's <think> about p<0.05"],
  ['', ''],
])('%s', (source, shown) => {
  expect(plainTex(source)).toBe(shown);
});
