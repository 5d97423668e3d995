import type { DigestEntry, Paper } from '../../paper';
import type { PaperFactName, PaperFacts, StoredEntry, StoredSupplement } from '../records';

/** What an entry of a digest can tell of the paper itself. */
type Statement = Pick<DigestEntry, 'id' | PaperFactName | 'tags'>;

/** The paper with what the entry adds to it. If the entry adds nothing, `paper` itself is returned. */
export function withFactsOf(paper: Paper | undefined, entry: Statement): Paper {
  const before: Paper = paper ?? { id: entry.id, title: '', authors: [] };
  const { title, authors = [], abstract, version, tags = [] } = entry;
  const gains: Partial<Paper> = {};
  if (!before.title && title) gains.title = title;
  if (before.authors.length === 0 && authors.length > 0) gains.authors = authors;
  if (before.abstract === undefined && abstract !== undefined) gains.abstract = abstract;
  if (version !== undefined && version > (before.version ?? 0)) gains.version = version;
  const allTags = [...new Set([...(before.tags ?? []), ...tags])];
  if (allTags.length > (before.tags?.length ?? 0)) gains.tags = allTags;
  return paper && Object.keys(gains).length === 0 ? paper : { ...before, ...gains };
}

/** The facts in which the later state of a paper differs from the earlier. */
export function gainsOf(before: Paper | undefined, after: Paper): Omit<Partial<Paper>, 'id'> {
  const { id: _id, ...facts } = after;
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => value !== before?.[name as keyof Paper]),
  );
}

const NAMES: readonly PaperFactName[] = ['title', 'authors', 'abstract', 'version'];

/**
 * The fields in which an entry remembers what it said of the paper, so that its statement can be told after other
 * digests are gone.
 */
export function saidBy(entry: PaperFacts, paper: Paper): Pick<StoredEntry, 'own' | 'lacks'> {
  const own: PaperFacts = {};
  const lacks: PaperFactName[] = [];
  for (const name of NAMES) {
    const said = entry[name];
    if (said === undefined || said === '' || (Array.isArray(said) && said.length === 0)) lacks.push(name);
    else if (name === 'version' || String(said) !== String(paper[name])) Object.assign(own, { [name]: said });
  }
  return { ...(Object.keys(own).length > 0 && { own }), ...(lacks.length > 0 && { lacks }) };
}

/** What an entry says of its paper; `paper` is the paper as it is stored beside the entry. */
function statementOf(entry: StoredEntry, paper: Paper): Statement {
  const { id, own = {}, lacks = [], tags } = entry;
  const inherited = Object.fromEntries(
    NAMES.filter((name) => !lacks.includes(name)).map((name) => [name, paper[name]]),
  );
  return { id, ...inherited, ...own, ...(tags && { tags }) };
}

/** Whether an entry would read differently beside the one paper than beside the other. */
export function differ(left: Paper, right: Paper): boolean {
  return NAMES.some((name) => String(left[name]) !== String(right[name]));
}

/** An entry that was stored beside the paper `from`, rewritten so that it says the same beside the paper `to`. */
export function moved(entry: StoredEntry, from: Paper, to: Paper): StoredEntry {
  const { own: _own, lacks: _lacks, ...rest } = entry;
  return { ...rest, ...saidBy(statementOf(entry, from), to) };
}

interface Retold {
  paper: Paper;
  /** The entries that have to be stored again because their remembered statement changed. */
  entries: StoredEntry[];
}

/**
 * Tells a paper again from the entries and supplements that are left, the earlier imports first. `paper` is the paper
 * as it was before others were taken out.
 */
export function retell(
  paper: Paper,
  entries: readonly StoredEntry[],
  supplements: readonly StoredSupplement[],
): Retold {
  const entryStatements = entries.map((entry) => ({
    importId: entry.importId,
    statement: statementOf(entry, paper),
  }));
  const statements = [
    ...entryStatements,
    ...supplements.map(({ importId, ...statement }) => ({ importId, statement })),
  ].toSorted((a, b) => a.importId - b.importId);
  const blank: Paper = { id: paper.id, title: '', authors: [] };
  const told = statements.reduce((sum, { statement }) => withFactsOf(sum, statement), blank);
  if (sameFacts(told, paper)) return { paper, entries: [] };
  return {
    paper: told,
    entries: entries.flatMap((entry, i) => {
      const { own: _own, lacks: _lacks, ...rest } = entry;
      const after = { ...rest, ...saidBy(entryStatements[i]?.statement ?? {}, told) };
      return sameFacts(entry, after) ? [] : [after];
    }),
  };
}

/** Whether two records are equal, whatever the order of their fields. */
function sameFacts(left: object, right: object): boolean {
  return ordered(left) === ordered(right);
}

function ordered(facts: object): string {
  return JSON.stringify(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
