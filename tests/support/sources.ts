import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  from: string;
  /** For a file of the project its path from the root, without its ending; otherwise the name of a package. */
  to: string;
  isTypeOnly: boolean;
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const isCode = (path: string): boolean => /\.tsx?$/.test(path);

/** `product` holds every file of code that ships, `tests` every file of code that tests it. */
export const product = ['entrypoints', 'components', 'lib'].flatMap(filesUnder).filter(isCode);
export const tests = filesUnder('tests').filter(isCode);

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const IMPORT =
  /^(?:import|export)\s+(type\s)?(?:(\{[^}]*\}|[^'";{]*?)\s+from\s+)?'([^']+)'|import\('([^']+)'\)/gm;

/** Whether an import names nothing but types: `import { type A, type B }` does, as `import type` does. */
function namesTypesAlone(names: string | undefined): boolean {
  if (!names?.startsWith('{')) return false;
  return names
    .slice(1, -1)
    .split(',')
    .every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

function ownPath(from: string, name: string): string {
  if (!name.startsWith('.')) return name;
  const path = relative(ROOT, resolve(ROOT, dirname(from), name.replace(/\?.*$/, '')));
  return path.replace(/\.tsx?$/, '');
}

export function importsOf(from: string): Import[] {
  return [...textOf(from).matchAll(IMPORT)].map(([, type, names, name = '', dynamic]) => ({
    from,
    to: ownPath(from, dynamic ?? name),
    isTypeOnly: type !== undefined || namesTypesAlone(names),
  }));
}

/** The file that an import leads to; undefined for packages, styles and other assets. */
export function fileAt(path: string): string | undefined {
  return [`${path}.ts`, `${path}.tsx`].find((file) => product.includes(file));
}

/**
 * Every file that is loaded with these, by its path without ending, with the file that imports it. Imports of types
 * alone load nothing.
 */
export function reachedFrom(...files: string[]): Map<string, string> {
  const reached = new Map<string, string>();
  const visit = (file: string): void => {
    for (const { to, isTypeOnly } of importsOf(file)) {
      if (isTypeOnly || reached.has(to)) continue;
      reached.set(to, file);
      const next = fileAt(to);
      if (next) visit(next);
    }
  };
  files.forEach(visit);
  return reached;
}
