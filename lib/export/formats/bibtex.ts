import type { ListedPaper } from '../../store/views/listed-papers';
import { bibtexKey } from '../bibtex-key';
import { latexText } from '../latex-text';
import { absUrl, type ExportFormat, yearOf } from '../list';

/** The entries that arXiv gives as `BibTeX citation`, each under a key of its own. */
export const bibtex: ExportFormat = {
  name: 'BibTeX',
  extension: 'bib',
  type: 'application/x-bibtex',
  write({ papers }) {
    const taken = new Map<string, number>();
    return papers
      .map((each) => {
        const key = bibtexKey(each.paper);
        const count = (taken.get(key) ?? 0) + 1;
        taken.set(key, count);
        return entry(count === 1 ? key : `${key}-${count}`, each);
      })
      .join('\n');
  },
};

function entry(key: string, { paper, categories }: ListedPaper): string {
  const fields: [name: string, text: string | undefined][] = [
    ['title', latexText(paper.title)],
    ['author', paper.authors.map(authorName).join(' and ')],
    ['year', yearOf(paper)],
    ['eprint', paper.id],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', categories[0]],
    ['url', absUrl(paper)],
  ];
  const lines = fields.flatMap(([name, text]) => (text ? [`      ${name}={${text}}`] : []));
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

/** A comma or an `and` inside a name would split it into two, so braces hold such a name together. */
function authorName(name: string): string {
  const text = latexText(name);
  const commas = text.split(',').length - 1;
  return /\band\b/i.test(text) || commas > 1 || /[(（]/.test(text) ? `{${text}}` : text;
}
