/** A sentence ends at a full stop with a space behind it, at a Chinese full stop, or at an empty line. */
const END = /(?<=[.!?])\s+(?=\S)|(?<=[。！？])|\n\s*\n/;

/** The sentences of a text. Abbreviations may cut one in two: for comparing sentences that does no harm. */
export function sentencesOf(text: string): string[] {
  return text.split(END).filter((sentence) => sentence.trim() !== '');
}
