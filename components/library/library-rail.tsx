import { t } from '../../lib/i18n/translate';
import { InnerLink } from './inner-link';

/** One way to narrow the list: a link, so that it can be opened in another tab too. */
export interface RailChoice {
  name: string;
  href: string;
  isOn: boolean;
  papers?: number | undefined;
  /** Present where the reader may remove it. */
  onRemove?: () => void;
}

export interface RailSection {
  key: string;
  name: string;
  choices: readonly RailChoice[];
}

export interface LibraryRailProps {
  sections: readonly RailSection[];
  /** All sections have been counted. */
  isCounted: boolean;
  onFollow: (href: string) => void;
}

/** What comes after so many of a kind is folded away. */
const SHOWN_AT_FIRST = 8;

const OPERATORS = [
  'author:',
  'title:',
  'subject:',
  'topic:',
  'source:',
  'day:',
  'from:',
  'to:',
  'tag:',
  'note:',
];
const EXAMPLES = ['is:unread', 'is:starred', 'is:noted', 'is:hidden'];

/** What the list can be narrowed by, each with the number of its papers. */
export function LibraryRail(props: LibraryRailProps & { prefix: string }) {
  const { sections, isCounted, onFollow, prefix } = props;
  return (
    <>
      {sections.map(({ key, name, choices }) => {
        const first = choices.filter(({ isOn }, at) => at < SHOWN_AT_FIRST || isOn);
        const rest = choices.filter((choice) => !first.includes(choice));
        return (
          <section key={key} aria-labelledby={`${prefix}-${key}`}>
            <h2 id={`${prefix}-${key}`}>{name}</h2>
            <ChoiceList choices={first} onFollow={onFollow} />
            {rest.length > 0 && (
              <details>
                <summary>{t('library_more', rest.length)}</summary>
                <ChoiceList choices={rest} onFollow={onFollow} />
              </details>
            )}
          </section>
        );
      })}
      {isCounted && (
        <section aria-labelledby={`${prefix}-operators`}>
          <h2 id={`${prefix}-operators`}>{t('library_operators')}</h2>
          <p class="operators">
            {[...OPERATORS, ...EXAMPLES, `"${t('library_exactWords')}"`].map((each) => (
              <code key={each}>{each} </code>
            ))}
          </p>
        </section>
      )}
    </>
  );
}

function ChoiceList({
  choices,
  onFollow,
}: {
  choices: readonly RailChoice[];
  onFollow: (href: string) => void;
}) {
  return (
    <ul>
      {choices.map(({ name, href, isOn, papers, onRemove }) => (
        <li key={name} class={onRemove ? 'removable' : ''}>
          <InnerLink href={href} isCurrent={isOn} onFollow={onFollow}>
            <span class="name">{name}</span>
            {papers !== undefined && (
              <span class="count">{papers.toLocaleString(document.documentElement.lang)}</span>
            )}
          </InnerLink>
          {onRemove && (
            <button
              type="button"
              aria-label={t('library_removeSearch', name)}
              title={t('library_removeSearch', name)}
              onClick={onRemove}
            >
              <svg viewBox="0 0 10 10" width="8" height="8" aria-hidden="true">
                <path d="m1 1 8 8M9 1 1 9" stroke="currentColor" stroke-width="1.500" />
              </svg>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
