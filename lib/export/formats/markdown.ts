import type { ListedPaper } from '../../store/views/listed-papers';
import { absUrl, type ExportFormat } from '../list';

/** One heading for each paper, for notes. */
export const markdown: ExportFormat = {
  name: 'Markdown',
  extension: 'md',
  type: 'text/markdown',
  write: ({ name, papers }) => [`# Digest Lens: ${escaped(name)}\n`, ...papers.map(section)].join('\n'),
};

function section({ paper, categories, date }: ListedPaper): string {
  const facts: [name: string, text: string][] = [
    ['Authors', paper.authors.map(escaped).join('; ')],
    ['Link', absUrl(paper)],
    ['Listed', date],
    ['Categories', categories.join(', ')],
    ['Tags', (paper.tags ?? []).map(escaped).join(', ')],
  ];
  const lines = facts.flatMap(([fact, text]) => (text ? [`- **${fact}:** ${text}`] : []));
  const abstract = paper.abstract ? `\n**Abstract:** ${escaped(paper.abstract)}\n` : '';
  return `## ${escaped(paper.title || `arXiv:${paper.id}`)}\n\n${lines.join('\n')}\n${abstract}`;
}

/** A formula, or a sign that would mean something to Markdown where it stands. */
const ACTIVE =
  /\$[^$\s][^$]{0,500}\$|[`*]|<(?=[a-z/!?])|\](?=[([:])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w{1,30};)/giu;

/**
 * Keeps formulas for programs that show them, and writes other signs that mean something to Markdown as entities: a
 * backslash would be taken for LaTeX.
 */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(ACTIVE, (token) => (token.length > 1 ? token : `&#${token.charCodeAt(0)};`));
}
