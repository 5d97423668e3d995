import type { WrittenId } from '../../arxiv/id';
import type { Paragraph } from '../blocks/block-tree';
import type { Line } from '../blocks/line';
import { parseField } from './field';
import { presentedId } from './presented-id';

/** An id that a line presents and no title has claimed yet. */
export interface LooseId {
  written: WrittenId;
  /** Which part of its block holds it, counted from 0. */
  part: number;
  line: Line;
  /** Whether its line says little else. */
  standsOut: boolean;
}

export function findLooseIds(paragraph: Paragraph): LooseId[] {
  const loose: LooseId[] = [];
  let silent = false;
  for (const line of paragraph.lines) {
    const field = parseField(line);
    if (field) silent = HOLDS_NO_ID.has(field.fact);
    if (silent && (field !== undefined || !isOnlyLinks(line))) continue;
    const written = presentedId(field ? field.value : line, field !== undefined);
    if (written)
      loose.push({ written, part: 0, line, standsOut: field !== undefined || line.text.length < LONG_LINE });
  }
  return loose;
}

const LONG_LINE = 160;
/** Whether a line is nothing but links, `[paper](…) · [pdf](…)`, and so does not go on with the field above. */
function isOnlyLinks(line: Line): boolean {
  const linked = line.links.reduce((sum, link) => sum + link.end - link.start, 0);
  return line.links.length > 0 && linked >= line.text.length * 0.5;
}

const HOLDS_NO_ID = new Set([
  'abstract',
  'translatedAbstract',
  'tldr',
  'comments',
  'authors',
  'other',
  'code',
  'affiliations',
  'tags',
  'date',
  'score',
]);
