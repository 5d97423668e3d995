import { Interruption } from '../store/jobs/interruption';

/** An import could not continue; `path` is the file at which it stopped. */
export class ImportError extends Error {
  override name = 'ImportError';

  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(`${path}: ${String(cause)}`);
  }
}

/**
 * Runs the steps of an import and turns an error into an `ImportError` that names the file. `first` is the name until
 * a step calls `at` with a path; an `Interruption` ends the steps without an error.
 */
export async function* withFileInErrors(
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

/** Runs `work` and turns an error into an `ImportError` that names the file at `path`. */
export function orImportError<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ImportError(path, error);
  }
}
