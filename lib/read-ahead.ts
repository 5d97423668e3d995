const nothing = (): void => {};

/**
 * Gives the values of a generator and reads the next value while one is being used. Reading begins when `readNext` is
 * called, which is meant for the moment when the only thing left to do is to wait for the browser to write.
 */
export async function* readAhead<T>(
  all: AsyncGenerator<T>,
): AsyncGenerator<{ value: T; readNext: () => void }> {
  try {
    let coming = all.next();
    for (;;) {
      const { done, value } = await coming;
      if (done) return;
      let readNext = nothing;
      coming = new Promise<void>((resolve) => (readNext = resolve)).then(() => all.next());
      // If nobody asks for the next value, nobody asks for its error either.
      coming.catch(() => {});
      yield { value, readNext };
      readNext();
    }
  } finally {
    await all.return(undefined);
  }
}
