import { hasFilter, toggleFilter, withoutFilters } from '../../lib/find/query/chips';
import { type FilterName, type SearchQuery, writeFilter } from '../../lib/find/query/query';
import { t } from '../../lib/i18n/translate';
import { countStates, type Facet, facetsOf } from '../../lib/lists/facets';
import type { RailChoice, RailSection } from './library-rail';

interface RailFacts {
  query: SearchQuery;
  /** How many papers are in each state. */
  counts: ReturnType<typeof countStates>;
  /** The reader's own. */
  tags: readonly Facet[];
  /** Undefined until they are counted. */
  facets: ReturnType<typeof facetsOf> | undefined;
  saved: readonly string[];
  /** Of the saved searches, as far as they are counted. */
  savedCounts: ReadonlyMap<string, number>;
  hrefOf: (query: string) => string;
  onRemove: (saved: string) => void;
}

/** What the rail offers: each choice with the address that it leads to from the query that is shown. */
export function railSections(facts: RailFacts): RailSection[] {
  const { query, facets, saved, savedCounts, hrefOf, onRemove } = facts;
  const ofFacets = (key: FilterName, name: string, all: readonly Facet[] = []): RailSection => ({
    key,
    name,
    choices: all.map(({ name: value, papers }) => ({
      name: value,
      href: hrefOf(toggleFilter(query, key, value)),
      isOn: hasFilter(query, key, value),
      papers,
    })),
  });
  const sections: RailSection[] = [
    { key: 'is', name: t('library_papers'), choices: stateChoices(facts) },
    {
      key: 'saved',
      name: t('library_savedSearches'),
      choices: saved.map((each) => ({
        name: each,
        href: hrefOf(each),
        isOn: each === query.text.trim(),
        papers: savedCounts.get(each),
        onRemove: () => onRemove(each),
      })),
    },
    ofFacets('subject', t('library_subjects'), facets?.subjects),
    ofFacets('topic', t('library_topics'), facets?.topics),
    ofFacets('tag', t('library_tags'), facts.tags),
    ofFacets('source', t('library_sources'), severalOf(facets?.sources)),
  ];
  return sections.filter(({ choices }) => choices.length > 0);
}

/** A single source is not offered: it would narrow nothing. */
const severalOf = (sources: readonly Facet[] = []): readonly Facet[] => (sources.length > 1 ? sources : []);

function stateChoices({ query, counts, hrefOf }: RailFacts): RailChoice[] {
  const all = withoutFilters(query, ['is']);
  const choiceOf = (name: string, value: string, papers: number): RailChoice => ({
    name,
    href: hrefOf([all, writeFilter('is', value)].filter(Boolean).join(' ')),
    isOn: hasFilter(query, 'is', value),
    papers,
  });
  const isAll = !query.filters.some(({ name }) => name === 'is');
  return [
    { name: t('library_all'), href: hrefOf(all), isOn: isAll, papers: counts.all },
    choiceOf(t('library_unread'), 'unread', counts.unread),
    choiceOf(t('library_starredPapers'), 'starred', counts.starred),
    ...(counts.noted > 0 ? [choiceOf(t('library_noted'), 'noted', counts.noted)] : []),
    ...(counts.hidden > 0 ? [choiceOf(t('library_hiddenPapers'), 'hidden', counts.hidden)] : []),
  ];
}
