import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';
import { LensIcon } from '../page/lens-icon';

interface SectionLinksProps {
  /** The ids of the sections' headings, and their names. */
  sections: readonly (readonly [id: string, name: string])[];
}

/** Links to the sections of a long page; the one in view is told apart. */
export function SectionLinks({ sections }: SectionLinksProps) {
  const inView = useHeadingInView(sections.map(([id]) => id));
  return (
    <header>
      <h1>
        <LensIcon size={16} />
        {t('extensionName')}
      </h1>
      <nav aria-label={t('options_sections')}>
        <ul>
          {sections.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === inView ? 'location' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** The last heading in the upper third of the window or above it; at either end of the page, the first or the last. */
function useHeadingInView(ids: readonly string[]): string | undefined {
  const [inView, setInView] = useState(ids[0]);
  useEffect(() => {
    const look = () => {
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      if (scrollTop === 0) return setInView(ids[0]);
      if (scrollTop + clientHeight >= scrollHeight - 1) return setInView(ids.at(-1));
      const above = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
        return top < clientHeight / 3;
      });
      return setInView(above.at(-1) ?? ids[0]);
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [ids.join()]);
  return inView;
}
