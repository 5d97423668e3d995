import type { Sentence } from '../paper';
import { CATALOGUES } from './catalogues';
import { type CountKey, type MessageKey, t, tn } from './translate';

/** A sentence that an earlier version kept in words, in the language of its day; its one value is the text. */
const IN_WORDS = 'inWords';

/** The words of a sentence, in the language that is spoken now. */
export function inWords({ code, values = [] }: Sentence): string {
  if (code === IN_WORDS) return retold(String(values[0] ?? ''));
  const messages = CATALOGUES.en;
  if (Object.hasOwn(messages, code)) return t(code as MessageKey, ...values);
  const [count, ...others] = values;
  if (Object.hasOwn(messages, `${code}_other`)) return tn(code as CountKey, Number(count), ...others);
  // A later version of the extension has stored it, or a backup was written by one.
  return [code, ...values].join(' ');
}

/** A sentence without values is found in the catalogue that it was taken from, and said in today's language. */
function retold(text: string): string {
  for (const catalogue of Object.values(CATALOGUES)) {
    const key = Object.keys(catalogue).find((name) => catalogue[name]?.message === text);
    if (key !== undefined) return t(key as MessageKey);
  }
  return text;
}
