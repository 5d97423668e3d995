import type { ListedPaper } from '../../store/views/listed-papers';
import { absUrl, type ExportFormat, yearOf } from '../list';
import { parseName } from '../person-name';

/** RIS, the tagged lines that reference managers exchange. */
export const ris: ExportFormat = {
  name: 'RIS',
  extension: 'ris',
  type: 'application/x-research-info-systems',
  write: ({ papers }) => papers.map(record).join('\r\n'),
};

function record({ paper, categories, date }: ListedPaper): string {
  const lines: [tag: string, text: string | undefined][] = [
    ['TY', 'GEN'],
    ['TI', paper.title],
    ...paper.authors.map((name): [string, string] => ['AU', familyFirst(name)]),
    ['PY', yearOf(paper)],
    ['DA', date.replaceAll('-', '/')],
    ['AB', paper.abstract],
    ...[...categories, ...(paper.tags ?? [])].map((word): [string, string] => ['KW', word]),
    ['PB', 'arXiv'],
    ['DO', `10.48550/arXiv.${paper.id}`],
    ['UR', absUrl(paper)],
  ];
  const written = lines.flatMap(([tag, text]) => (text ? [`${tag}  - ${oneLine(text)}`] : []));
  return `${written.join('\r\n')}\r\nER  - \r\n`;
}

/** A line break would begin a line without a tag, or with a false one. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function familyFirst(name: string): string {
  const { given, family, suffix } = parseName(name);
  return [family, given, suffix].filter(Boolean).join(', ');
}
