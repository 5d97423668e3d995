import outside from '../../assets/messages/outside.en.json';
import en from '../../assets/public/_locales/en/messages.json';
import type { Sentence } from '../paper';

/** A BCP 47 tag of a language that the extension speaks. */
export type Language = 'en' | 'zh-Hans';

/** Messages as the platform keeps them in `_locales`; `$1` to `$9` stand for values. */
export type Catalogue = Readonly<Record<string, { message: string }>>;

type Key = keyof typeof en | keyof typeof outside;

/**
 * A message that depends on a count has one entry for each plural form of the language: `papers_one`, `papers_other`.
 */
export type CountKey = Key extends infer K ? (K extends `${infer Name}_other` ? Name : never) : never;
export type MessageKey = Exclude<Key, `${CountKey}_${Intl.LDMLPluralRule}`>;

/** A sentence to be stored: the code of its message, and the values in it. */
export function say(code: MessageKey | CountKey, ...values: (string | number)[]): Sentence {
  return values.length === 0 ? { code } : { code, values };
}

/** The current language and its messages, to be handed to a script that has its own copy of this module. */
interface Spoken {
  language: Language;
  catalogue: Catalogue;
}

interface Speech extends Spoken {
  plurals: Intl.PluralRules;
}

let speech: Speech | undefined;

/**
 * Sets the current language. A reader has one language at a time, and a page is loaded again when it changes, so the
 * language need not be passed to every component.
 */
export function speak(language: Language, catalogue: Catalogue): void {
  speech = { language, catalogue, plurals: new Intl.PluralRules(language) };
}

function current(): Speech {
  if (!speech) throw new Error('No language was chosen before the first message was asked for.');
  return speech;
}

/** The current language, for `lang` attributes, dates and numbers. */
export const language = (): Language => current().language;

function find(name: string): string {
  const found = current().catalogue[name];
  if (!found) throw new Error(`There is no message ${name} in ${current().language}.`);
  return found.message;
}

const PLACE = /\$([1-9])/g;

const fill = (message: string, values: readonly (string | number)[]): string =>
  message.replace(PLACE, (_, place: string) => printValue(values[Number(place) - 1] ?? ''));

const printValue = (value: string | number): string =>
  typeof value === 'number' ? printNumber(value) : value;

export const printNumber = (value: number): string => value.toLocaleString(current().language);

/** Things in a row without a word between the last two: `IR, NLP`. Missing things are left out. */
export const listed = (things: readonly (string | undefined)[]): string =>
  new Intl.ListFormat(current().language, { style: 'narrow' }).format(things.flatMap((thing) => thing || []));

/** Joins sentences; missing ones are left out. */
export const paragraph = (...sentences: readonly (string | undefined)[]): string =>
  sentences.filter(Boolean).join(current().language === 'zh-Hans' ? '' : ' ');

/** A message with its values; numbers are written as the language writes them. */
export const t = (key: MessageKey, ...values: (string | number)[]): string => fill(find(key), values);

/** A message about a number of things, which is its `$1`: `tn('papers', 9)` is `9 papers`. */
export function tn(key: CountKey, count: number, ...values: (string | number)[]): string {
  return fill(find(`${key}_${current().plurals.select(count)}`), [count, ...values]);
}

/** A message whose values are nodes: its pieces of text and the nodes, in the order of the language. */
export function tNodes<Node>(key: MessageKey, ...nodes: Node[]): (string | Node)[] {
  const pieces = find(key).split(PLACE);
  // Every other piece is the number of a place.
  return pieces.flatMap((piece, at): (string | Node)[] => {
    if (at % 2 === 0) return piece === '' ? [] : [piece];
    const node = nodes[Number(piece) - 1];
    return node === undefined ? [] : [node];
  });
}
