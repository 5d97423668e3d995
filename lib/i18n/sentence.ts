import type { Sentence } from '../paper';
import { CATALOGUES } from './catalogues';
import { type CountKey, type MessageKey, t, tn } from './translate';

/**
 * The code of a sentence that an earlier version stored as text, in the language of the moment; its one value is the
 * text.
 */
const IN_WORDS = 'inWords';

/** The words of a sentence in the current language. */
export function inWords({ code, values = [] }: Sentence): string {
  if (code === IN_WORDS) return inCurrentLanguage(String(values[0] ?? ''));
  const messages = CATALOGUES.en;
  if (Object.hasOwn(messages, code)) return t(code as MessageKey, ...values);
  const [count, ...others] = values;
  if (Object.hasOwn(messages, `${code}_other`)) return tn(code as CountKey, Number(count), ...others);
  // The code is unknown if a later version of the extension stored the sentence, or wrote the backup it came from.
  return [code, ...values].join(' ');
}

/**
 * The text in the current language, if it is a message without values of any catalogue; otherwise the text as it is.
 */
function inCurrentLanguage(text: string): string {
  for (const catalogue of Object.values(CATALOGUES)) {
    const key = Object.keys(catalogue).find((name) => catalogue[name]?.message === text);
    if (key !== undefined) return t(key as MessageKey);
  }
  return text;
}
