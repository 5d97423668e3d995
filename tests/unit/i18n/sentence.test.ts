import { afterEach, expect, test } from 'vitest';
import { speakLanguage } from '../../../lib/i18n/catalogues';
import { inWords } from '../../../lib/i18n/sentence';
import { say } from '../../../lib/i18n/translate';
import type { Sentence } from '../../../lib/paper';

afterEach(() => speakLanguage('en'));

test.each<[string, Sentence, string, string]>([
  ['a message', say('digest_notText'), 'This is not text.', '这不是文本。'],
  ['a message about a number', say('digests', 2), '2 digests', '2 份速递'],
  [
    'a message with values',
    say('digest_tooLarge', 65, 64),
    'This file has 65 MB; files over 64 MB are not read.',
    '此文件有 65 MB；超过 64 MB 的文件不会读取。',
  ],
  [
    'words that an earlier version kept, found in the catalogue of their language',
    { code: 'inWords', values: ['这不是文本。'] },
    'This is not text.',
    '这不是文本。',
  ],
  ['words that no catalogue has', { code: 'inWords', values: ['At 10.md.'] }, 'At 10.md.', 'At 10.md.'],
  ['a code that every object has', { code: 'constructor' }, 'constructor', 'constructor'],
  ['a code of a later version', { code: 'digest_later', values: [3] }, 'digest_later 3', 'digest_later 3'],
])('%s', (_what, sentence, english, chinese) => {
  expect(inWords(sentence)).toBe(english);
  speakLanguage('zh-Hans');
  expect(inWords(sentence)).toBe(chinese);
});
