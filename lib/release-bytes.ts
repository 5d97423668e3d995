/**
 * Frees the memory of bytes that nobody reads any more. Firefox collects buffers so late that an import of several
 * years would have some tens of MB of unused ones.
 */
export function releaseBytes({ buffer }: Uint8Array<ArrayBuffer>): void {
  // Node has `transfer` from version 21 on.
  buffer.transfer?.(0);
}
