import { expect, it } from 'vitest';
import { findAddresses } from '../../../lib/digest/addresses';

it.each([
  ['See https://arxiv.org/abs/2504.05309.', 'https://arxiv.org/abs/2504.05309'],
  ['(https://arxiv.org/abs/2504.05309)', 'https://arxiv.org/abs/2504.05309'],
  ['见https://arxiv.org/abs/2504.05309，另见下文', 'https://arxiv.org/abs/2504.05309'],
  ['"https://example.org/a_(b)"', 'https://example.org/a_(b)'],
  ['| http://arxiv.org/abs/hep-th/9901001v2 |', 'http://arxiv.org/abs/hep-th/9901001v2'],
])('%s leads to %s', (text, href) => expect(findAddresses(text).map((found) => found.href)).toEqual([href]));
