import { wordsOfPlain } from '../../text/words';

/** A stretch of a text, from its first character to the one after its last. */
export type TextRange = [start: number, end: number];

/** Where a text, as it is shown, says one of the terms that a search matched. */
export function matchRanges(text: string, terms: ReadonlySet<string>): TextRange[] {
  return wordsOfPlain(text)
    .filter(({ term }) => terms.has(term))
    .map(({ start, surface }) => [start, start + surface.length]);
}
