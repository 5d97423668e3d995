import { describe, expect, it } from 'vitest';
import { readPath } from '../../../../lib/digest/file/path-facts';

describe('what the place of a file says', () => {
  it.each([
    ['10-Apr-2025/IR/README.md', { date: '2025-04-10', subject: 'IR' }],
    ['1-Apr-2025/README.md', { date: '2025-04-01' }],
    ['10-Apr-2025/topic/Agent_related_papers.md', { date: '2025-04-10', subject: 'Agent' }],
    ['reports-main/10-Apr-2025/IR/README.md', { date: '2025-04-10', subject: 'IR' }],
    ['archive.zip/10-Apr-2025/NLP/papers.jsonl', { date: '2025-04-10', subject: 'NLP' }],
    ['daily_papers/20250703_Thu/society.md', { date: '2025-07-03', subject: 'society' }],
    ['2025/04/10.md', { date: '2025-04-10' }],
    ['digests/2025-04-10.md', { date: '2025-04-10' }],
    ['cs.CL/2025-04-10.md', { date: '2025-04-10', subject: 'cs.CL' }],
    ['hot/201204.md', { date: '2020-12-04' }],
    ['C:\\digests\\10-Apr-2025\\README.md', { date: '2025-04-10' }],
    ['README.md', {}],
    ['2504.05309.md', {}],
    ['papers-2025.md', {}],
  ])('%s', (path, expected) => expect(readPath(path)).toEqual(expected));
});
