import type { Digest, DigestEntry } from '../../paper';

/** Makes one entry of a paper that a digest lists twice, for example under two topics, with all that both say. */
export function mergeRepeats(digest: Digest): Digest {
  const byId = new Map<string, DigestEntry>();
  for (const entry of digest.entries) {
    const known = byId.get(entry.id);
    byId.set(entry.id, known ? merged(known, entry) : entry);
  }
  return byId.size === digest.entries.length ? digest : { ...digest, entries: [...byId.values()] };
}

function merged(first: DigestEntry, second: DigestEntry): DigestEntry {
  const topics = union(first.topics, second.topics);
  const tags = union(first.tags, second.tags);
  return { ...second, ...first, ...(topics && { topics }), ...(tags && { tags }) };
}

function union(first: string[] | undefined, second: string[] | undefined): string[] | undefined {
  if (!first || !second) return first ?? second;
  return [...new Set([...first, ...second])];
}
