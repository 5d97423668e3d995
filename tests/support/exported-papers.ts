import type { ListedPaper } from '../../lib/store/views/listed-papers';

/** Papers whose texts contain signs that mean something in one of the export formats. */
export const trickyPapers: ListedPaper[] = [
  {
    paper: {
      id: '1706.03762',
      version: 7,
      title: 'Attention Is All You Need',
      authors: ['Ashish Vaswani', 'Noam Shazeer'],
      abstract: 'The dominant models are based on networks.\nIn two lines, with "quotes", and a; semicolon.',
      tags: ['transformer', 'translation'],
    },
    categories: ['cs.CL', 'cs.LG'],
    date: '2025-04-10',
  },
  {
    paper: {
      id: '2504.00009',
      title: 'Q&A at 95% cost: C# and snake_case, $O(n^2)$ for \\textbf{all} $x_{i} \\& y$',
      authors: ['Laurens van der Maaten', 'Müller, Jörg', 'The ATLAS Collaboration'],
      abstract: '| a pipe | and <b>no</b> tag, *stars*, _lines_, `code`, [MASK](x), &amp; &#42;.',
    },
    categories: ['cs.IR'],
    date: '2025-04-11',
  },
  {
    paper: {
      id: 'hep-th/9901001',
      title: 'A brace } too many, { and another \\} and a backslash \\',
      authors: ['Barnes and Noble', 'Łukasz Kaiser', "Erd\\H{o}s P\\'al"],
    },
    categories: [],
    date: '2025-04-11',
  },
  {
    paper: { id: '2504.00001', title: '=HYPERLINK("https://example.org","x")', authors: ['+Plus One'] },
    categories: ['cs.CR'],
    date: '2025-04-11',
  },
  {
    paper: {
      id: '2504.00002',
      title: '检索增强生成：综述',
      authors: ['王伟', '李明'],
      abstract: '摘要在此。',
    },
    categories: ['cs.CL'],
    date: '2025-04-12',
  },
];
