import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { TexText } from './tex-text';

export interface AbstractProps {
  text: string;
  lang?: string;
  terms?: ReadonlySet<string> | undefined;
}

/** Seven lines of an abstract, so that the list stays in sight, and the rest on request. */
export function Abstract({ text, lang, terms }: AbstractProps) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [isCut, setCut] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = paragraph.current ?? {};
    setCut(scrollHeight > clientHeight);
  }, [text]);
  return (
    <>
      <p ref={paragraph} class={showsAll ? 'abstract' : 'abstract clamped'} lang={lang}>
        <TexText text={text} terms={terms} />
      </p>
      {isCut && !showsAll && (
        <button type="button" class="link" onClick={() => setShowsAll(true)}>
          {t('paper_wholeAbstract')}
        </button>
      )}
    </>
  );
}
