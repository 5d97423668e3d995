import { matchRanges } from '../lib/search/marks';

/** Text with the words that a search found underlined. Without terms it is the text. */
export function MarkedText({ text, terms }: { text: string; terms: ReadonlySet<string> | undefined }) {
  if (!terms || terms.size === 0) return <>{text}</>;
  const pieces = [];
  let at = 0;
  for (const [start, end] of matchRanges(text, terms)) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
