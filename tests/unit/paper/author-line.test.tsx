import { expect, test } from 'vitest';
import { printName } from '../../../components/paper/author-line';

test.each([
  ['Wei Lin', 'Wei Lin'],
  ['欧阳娜娜', '欧阳娜娜'],
  ['Th{é}otime de la Selle', 'Théotime de la Selle'],
  ['Tolúl\\d{o}pé Ògúnrèmí', 'Tolúlọpé Ògúnrèmí'],
  ['Paul Erd\\H{o}s', 'Paul Erdős'],
])('the name %s is shown as %s', (written, shown) => {
  expect(printName(written)).toBe(shown);
});
