import { Interruption } from '../store/jobs/interruption';

/** An import could not go on; `path` is the file that it was at. */
export class ImportError extends Error {
  override name = 'ImportError';

  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(`${path}: ${String(cause)}`);
  }
}

/** Runs the steps of an import, and says of an error at which file it came. */
export async function* naming(
  first: string,
  steps: (at: (path: string) => void) => AsyncGenerator<void>,
): AsyncGenerator<void> {
  let path = first;
  try {
    yield* steps((now) => (path = now));
  } catch (error) {
    if (error instanceof Interruption) return;
    throw error instanceof ImportError ? error : new ImportError(path, error);
  }
}

export function orNaming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ImportError(path, error);
  }
}
