import type { ComponentChild, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { matchRanges, type TextRange } from '../../lib/find/search/match-ranges';
import { t } from '../../lib/i18n/translate';
import { readTex, type TexPiece, textOfPieces } from '../../lib/text/latex/read-latex';
import type { TexStyle } from '../../lib/text/latex/signs';
import { Formula } from './formula';

interface TexTextProps {
  text: string;
  /** The terms that a search found: they are underlined. */
  terms?: ReadonlySet<string> | undefined;
  /** The whole text stands in a link: addresses in it are shown as text. */
  inLink?: boolean;
}

/** LaTeX as an author wrote it, as text and mathematics; what cannot be read is shown as written. */
export function TexText({ text, terms, inLink = false }: TexTextProps) {
  // Formulas take long to draw, and a list is drawn anew with every key.
  return useMemo(() => {
    const pieces = readTex(text);
    const ranges = terms && terms.size > 0 ? matchRanges(textOfPieces(pieces), terms) : [];
    return <>{show(pieces, { ranges, inLink, at: 0 })}</>;
  }, [text, terms, inLink]);
}

interface Showing {
  ranges: readonly TextRange[];
  inLink: boolean;
  /** The place in the text of all pieces together that has been reached. */
  at: number;
}

const show = (pieces: readonly TexPiece[], showing: Showing): ComponentChild[] =>
  pieces.map((piece) => showPiece(piece, showing));

const ELEMENT_OF: Record<TexStyle, keyof JSX.IntrinsicElements> = {
  bold: 'b',
  italic: 'i',
  code: 'code',
  'small-caps': 'span',
  underlined: 'u',
  struck: 's',
  raised: 'sup',
  lowered: 'sub',
};

function showPiece(piece: TexPiece, showing: Showing): ComponentChild {
  switch (piece.kind) {
    case 'text':
      return marked(piece.text, showing);
    case 'styled': {
      const Element = ELEMENT_OF[piece.style];
      const inside = show(piece.pieces, showing);
      return piece.style === 'small-caps' ? (
        <span class="small-caps">{inside}</span>
      ) : (
        <Element>{inside}</Element>
      );
    }
    case 'formula':
      showing.at += 1;
      return (
        <Formula tex={piece.tex} display={piece.display}>
          <code class="as-written">{piece.source}</code>
        </Formula>
      );
    case 'command':
      showing.at += 1;
      return (
        <Formula tex={`\\${piece.name}`} strict>
          <i>{piece.name}</i>
        </Formula>
      );
    case 'link': {
      const inside = show(piece.pieces, showing);
      return showing.inLink ? (
        inside
      ) : (
        <a href={piece.url} target="_blank" rel="noreferrer">
          {inside}
        </a>
      );
    }
    case 'lost-link':
      return (
        <span class="lost-link" title={t('paper_lostLink')}>
          {marked(piece.text, showing)}
        </span>
      );
  }
}

/** This stretch of text, with what stands in the ranges underlined. */
function marked(text: string, showing: Showing): ComponentChild {
  const start = showing.at;
  showing.at += text.length;
  const inside = showing.ranges.filter(([from, to]) => from < showing.at && to > start);
  if (inside.length === 0) return text;
  const children: ComponentChild[] = [];
  let at = 0;
  for (const [from, to] of inside) {
    const [begin, end] = [Math.max(0, from - start), Math.min(text.length, to - start)];
    children.push(text.slice(at, begin), <mark key={begin}>{text.slice(begin, end)}</mark>);
    at = end;
  }
  return [...children, text.slice(at)];
}
