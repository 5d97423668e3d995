/** An address found in a text. `end` lies behind the punctuation that follows it, which `href` leaves out. */
interface FoundAddress {
  href: string;
  start: number;
  end: number;
}

/** A web address that stands bare in a text. Quotes, angle brackets, bars and Chinese punctuation end it. */
const BARE_ADDRESS = String.raw`https?:\/\/[^\s<>"'\x60|，。；、）】」]{3,2000}`;

/** The address at `lastIndex`. */
export const ADDRESS_AT = new RegExp(BARE_ADDRESS, 'y');
const EVERY_ADDRESS = new RegExp(BARE_ADDRESS, 'g');

/** The source of a pattern for an address that markup encloses: it goes on up to a blank or one of these signs. */
export const addressBefore = (ends: string): string => String.raw`https?:\/\/[^\s${ends}]{1,2000}`;

/** Every bare address in a text, in order. */
export function findAddresses(text: string): FoundAddress[] {
  return [...text.matchAll(EVERY_ADDRESS)].map((match) => ({
    href: withoutTail(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** An address without the signs at its end that belong to the sentence around it. */
export function withoutTail(address: string): string {
  let end = address.length;
  while (end > 0) {
    const sign = address.charAt(end - 1);
    const isTail = '.,;:!?\'"*_~]}'.includes(sign) || (sign === ')' && !address.slice(0, end).includes('('));
    if (!isTail) break;
    end -= 1;
  }
  return address.slice(0, end);
}
