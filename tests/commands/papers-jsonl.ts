import { readFileSync } from 'node:fs';
import type { IndexedPaper } from '../../lib/find/index/search-index';

/** Collections give a text as one string or sentence by sentence, and now and then not at all. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' ');
  return typeof value === 'string' ? value : '';
}

/** A name by itself, or an object that has one. */
function nameOf(author: unknown): string {
  return textOf(typeof author === 'object' && author && 'name' in author ? author.name : author).trim();
}

function paperOf(fields: Record<string, unknown>): IndexedPaper {
  const { id, title, abstract, authors = [] } = fields;
  const text = textOf(abstract);
  return {
    id: String(id),
    title: textOf(title),
    authors: [authors].flat().map(nameOf).filter(Boolean),
    ...(text ? { abstract: text } : {}),
  };
}

function fieldsOf(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value && 'id' in value ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The papers of a file with one JSON object a line: `id`, `title`, `abstract`, perhaps `authors`; each id once. A line
 * that holds no paper is passed over with a word on it.
 */
export function readPapers(path: string): IndexedPaper[] {
  const papers = new Map<string, IndexedPaper>();
  const lines = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const fields = fieldsOf(line);
    if (!fields) {
      console.error(`${path}, line ${at + 1}: no JSON object with an id.`);
      continue;
    }
    const paper = paperOf(fields);
    if (!papers.has(paper.id)) papers.set(paper.id, paper);
  }
  return [...papers.values()];
}
