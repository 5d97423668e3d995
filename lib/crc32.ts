const TABLE = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of gzip and zip. To check bytes in pieces, pass the result of the piece before as `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  // Engines make a tighter loop of an index than of an iterator.
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** A checksum as eight hexadecimal digits. */
export const hexadecimal = (crc: number): string => crc.toString(16).padStart(8, '0');
