/** A sentence ends at a full stop with a space after it, at a Chinese full stop, or at an empty line. */
const END = /(?<=[.!?])\s+(?=\S)|(?<=[。！？])|\n\s*\n/;

/**
 * The sentences of a text. An abbreviation may cut a sentence in two, which does no harm when sentences are compared.
 */
export function sentencesOf(text: string): string[] {
  return text.split(END).filter((sentence) => sentence.trim() !== '');
}
