const nothing = (): void => {};

/**
 * Takes one after the other, and has the next at hand by the time that one has been dealt with: it is read from when
 * `readNext` is called, which is for the moment when there is nothing to do but to wait for the browser to write.
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
      // Where nobody asks for it any more, nobody asks for its error.
      coming.catch(() => {});
      yield { value, readNext };
      readNext();
    }
  } finally {
    await all.return(undefined);
  }
}
