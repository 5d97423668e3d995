import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tn } from '../../lib/i18n/translate';
import { TexText } from './tex-text';

interface AbstractProps {
  text: string;
  lang?: string | undefined;
  terms?: ReadonlySet<string> | undefined;
  /** Seven lines of it, so that the list stays in sight, or all. */
  isWhole: boolean;
  onWhole?: (() => void) | undefined;
}

export function Abstract({ text, lang, terms, isWhole, onWhole }: AbstractProps) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [lines, setLines] = useState(0);
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (!element) return;
    const { scrollHeight, clientHeight } = element;
    const height = Number.parseFloat(getComputedStyle(element).lineHeight);
    setLines(scrollHeight > clientHeight ? Math.round(scrollHeight / height) : 0);
  }, [text, isWhole]);
  return (
    <>
      <p ref={paragraph} class={isWhole ? 'abstract' : 'abstract clamped'} lang={lang}>
        <TexText text={text} terms={terms} />
      </p>
      {lines > 0 && !isWhole && (
        <button type="button" class="link" tabIndex={-1} onClick={onWhole}>
          {tn('list_allLines', lines)}
        </button>
      )}
    </>
  );
}

/** Whether an abstract in this card has more lines than it shows. */
export function isCutIn(card: Element | null | undefined): boolean {
  const shortened = [...(card?.querySelectorAll('.clamped') ?? [])];
  return shortened.some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);
}
