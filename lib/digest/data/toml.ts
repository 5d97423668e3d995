import { parse, TomlDate } from 'smol-toml';
import type { Fields, Value } from './literal';

/** The tables and keys of a TOML text, days as texts; `undefined` where it is not TOML. */
export function parseToml(text: string): Fields | undefined {
  try {
    return toFields(parse(text));
  } catch {
    return undefined;
  }
}

const toFields = (table: object): Fields =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, toValue(value)]));

function toValue(value: unknown): Value {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === 'object' && value !== null) return toFields(value);
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}
