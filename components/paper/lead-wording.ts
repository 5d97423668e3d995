import { language } from '../../lib/i18n/translate';

/** A text of a digest, with its language where that changes how it is set. */
export interface Wording {
  text: string;
  lang: 'zh-Hans' | undefined;
}

/** A text and its translation, as far as there are such, the one in the reader's language first. */
export function leadOf(original: string | undefined, translation: string | undefined): Wording[] {
  const wordings = [original, translation].flatMap((text) => (text ? [wording(text)] : []));
  const isChinese = language() === 'zh-Hans';
  return wordings.toSorted(
    (a, b) => Number((b.lang !== undefined) === isChinese) - Number((a.lang !== undefined) === isChinese),
  );
}

const wording = (text: string): Wording => ({
  text,
  lang: /\p{Script=Han}/u.test(text) && !/\p{Script=Hiragana}/u.test(text) ? 'zh-Hans' : undefined,
});
