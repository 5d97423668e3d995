import { expect, test } from 'vitest';
import { paperInAddress } from '../../../lib/arxiv/address';

test.each([
  ['https://arxiv.org/abs/2504.05309', '2504.05309'],
  ['https://arxiv.org/abs/2504.05309v2', '2504.05309'],
  ['https://arxiv.org/abs/2504.05309?context=cs.IR', '2504.05309'],
  ['https://arxiv.org/abs/2504.05309#content', '2504.05309'],
  ['https://arxiv.org/abs/2504.05309/', '2504.05309'],
  ['https://arxiv.org/abs/2504.05309v1/?context=cs#S1', '2504.05309'],
  ['https://arxiv.org/abs/arXiv:2504.05309v1', '2504.05309'],
  ['https://arxiv.org/abs/HEP-TH/9901002', 'hep-th/9901002'],
  ['https://arxiv.org/abs/cond-mat/9901001v2', 'cond-mat/9901001'],
  ['https://arxiv.org/abs/hep-th/9901002/', 'hep-th/9901002'],
  ['https://arxiv.org/abs/cs/0001024?context=cs.AI#abs', 'cs/0001024'],
  ['https://www.arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001'],
  ['http://export.arxiv.org/abs/math.GT/0309136', 'math/0309136'],
  ['https://arxiv.org/abs?id=2504.05309', '2504.05309'],
  ['https://arxiv.org/abs?archive=hep-th&papernum=9901002', 'hep-th/9901002'],
  ['https://arxiv.org/abs?hep-th/9901002', 'hep-th/9901002'],
  ['https://arxiv.org/pdf/2504.05309', '2504.05309'],
  ['https://arxiv.org/pdf/2504.05309v1.pdf', '2504.05309'],
  ['https://arxiv.org/pdf/hep-th/9901001v1', 'hep-th/9901001'],
  ['https://www.arxiv.org/pdf/cond-mat/9901001v2.pdf', 'cond-mat/9901001'],
  ['http://export.arxiv.org/pdf/1801.00001v3.pdf#page=2', '1801.00001'],
  ['https://arxiv.org/html/cond-mat/9901001v2', 'cond-mat/9901001'],
  ['https://arxiv.org/html/2306.16433v1/2306.16433v1.html', '2306.16433'],
  ['https://arxiv.org/html/2504.05309', '2504.05309'],
])('%s asks for %s', (address, id) => {
  expect(paperInAddress(address)).toBe(id);
});

test.each([
  'https://arxiv.org/',
  'https://arxiv.org/abs/',
  'https://arxiv.org/abs/2504.05309.',
  'https://arxiv.org/abs/2504.05309v02',
  'https://arxiv.org/abs/1801.0001',
  'https://arxiv.org/abs/1413.0001',
  'https://arxiv.org/abs/hep-th/9913001',
  'https://arxiv.org/abs/no-such/9901001',
  'https://arxiv.org/abs/10.48550/arXiv.2504.05309',
  'https://arxiv.org/format/2504.05309',
  'https://arxiv.org/tb/2504.05309',
  'https://arxiv.org/show-email/12345678/2504.05309',
  'https://arxiv.org/auth/show-endorsers/2504.05309',
  'https://arxiv.org/src/2504.05309',
  'https://arxiv.org/bibtex/2504.05309',
  'https://arxiv.org/prevnext?id=2504.05309',
  'https://arxiv.org/a/zhang_1',
  'https://arxiv.org/list/cs.IR/new',
  'https://arxiv.org/list/cs/18',
  'https://arxiv.org/list/cs.CL/1805?skip=0&show=25',
  'https://arxiv.org/catchup?archive=cs&sday=10&smonth=4&syear=2018',
  'https://arxiv.org/search/?query=2504.05309&searchtype=all',
  'https://info.arxiv.org/abs/2504.05309',
  'https://arxiv.org.example/abs/2504.05309',
  'about:blank',
  'not an address',
])('%s asks for no paper', (address) => {
  expect(paperInAddress(address)).toBeUndefined();
});
