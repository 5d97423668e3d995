/**
 * Gives back the memory of bytes that nobody reads any more. Firefox collects buffers so late that an import of years
 * has some tens of MB of them lying about.
 */
export function releaseBytes({ buffer }: Uint8Array<ArrayBuffer>): void {
  // Node has it from version 21.
  buffer.transfer?.(0);
}
