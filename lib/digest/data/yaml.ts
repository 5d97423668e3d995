import { FAILSAFE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import type { Value } from './literal';

/** What a YAML text holds, or where it stops being YAML, counted from 0. */
type ParsedYaml = { value: Value | undefined } | { brokenLine: number };

/** Reads YAML, every scalar as a text: an id taken for a number would lose its zeros. */
export function parseYaml(text: string): ParsedYaml {
  try {
    const documents = loadAll(text, undefined, { schema: FAILSAFE_SCHEMA, json: true });
    const value = documents.length === 1 ? documents[0] : documents;
    return { value: isData(value) && countValues(value) <= MOST_VALUES ? value : undefined };
  } catch (error) {
    return error instanceof YAMLException ? { brokenLine: error.mark?.line ?? 0 } : { value: undefined };
  }
}

/** The failsafe schema makes nothing but texts, lists and mappings. */
const isData = (value: unknown): value is Value => value !== undefined;

/** Aliases of aliases are a bomb: a few lines unfold to billions of values. */
const MOST_VALUES = 2_000_000;

function countValues(value: Value, limit = MOST_VALUES): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Object.values(value)) {
    if (count > limit) break;
    count += countValues(inner, limit - count);
  }
  return count;
}
