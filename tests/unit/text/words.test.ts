import { describe, expect, test } from 'vitest';
import { plainText } from '../../../lib/text/countable-text';
import { wordsOf } from '../../../lib/text/words';

const terms = (text: string) => wordsOf(text).map((word) => word.term);
const subjects = (text: string) =>
  wordsOf(text)
    .filter((word) => !word.empty)
    .map((word) => word.term);

describe('a text as a reader would say it', () => {
  test.each([
    ['\\textbf{Q}uery rewriting', 'Query rewriting'],
    ['a \\emph{new} idea', 'a new idea'],
    ['improves by 11.18\\%', 'improves by 11.18 '],
    ['$k$NN', 'kNN'],
    ['Schr\\"odinger, Caf\\\'{e}', 'Schrodinger, Cafe'],
    ['\\method{} wins', '  wins'],
    ['bold <b>words</b> <!-- stuffed --> here', 'bold  words    here'],
    ['rec\u200bommen\u00addation', 'recommendation'],
    ['code at this https URL', 'code at  '],
    ['p < 0.05 and q > 3', 'p < 0.05 and q > 3'],
  ])('%s', (written, plain) => expect(plainText(written)).toBe(plain));
});

describe('the words of a text', () => {
  test.each<[string, string[]]>([
    ['Queries, classes and biases', ['query', 'class', 'and', 'bias']],
    ['query-rewriting', ['query', 'rewriting']],
    ["user's intent", ['user', 'intent']],
    ['GPT-4o', ['gpt', '4o']],
    ['Müller', ['muller']],
    ['rесommendation', ['recommendation']],
    ['Ко́рпус', ['корпус']],
  ])('%s', (text, expected) => expect(terms(text)).toEqual(expected));

  test('stop words, numbers and single letters carry no subject', () => {
    expect(subjects('In this paper we propose a novel k of 42 for ranking')).toEqual(['ranking']);
  });

  test('Chinese is cut into words', () => {
    expect(subjects('生成式推荐系统')).toEqual(expect.arrayContaining(['推荐', '系统']));
  });

  test('each word is found where it says it starts', () => {
    const text = 'Multi-hop 推荐系统 for naïve users’ queries';
    for (const word of wordsOf(text)) {
      expect(text.slice(word.start, word.start + word.surface.length)).toBe(word.surface);
    }
  });
});
