import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['page', 'item-mark'])('what %s.css styles never moves, and is not printed', (name) => {
  const style = readFileSync(`assets/${name}.css`, 'utf8');
  expect(style).not.toMatch(/transition|animation|scroll-behavior/);
  expect(style).toMatch(/@media print \{\s*:host \{\s*display: none !important;\s*\}/);
});
