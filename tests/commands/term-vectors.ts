import { readFileSync } from 'node:fs';
import { readTermVectors, type TermVectors } from '../../lib/text/term-vectors';

const ASSET = new URL('../../assets/public/term-vectors.bin', import.meta.url);

/** The term vectors that the extension ships. */
export function shippedTermVectors(): TermVectors {
  return readTermVectors(readFileSync(ASSET));
}
