/** Has the next at hand by the time that one has been dealt with: reading and storing need not wait for each other. */
export async function* readAhead<T>(all: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let coming = all.next();
    for (;;) {
      const { done, value } = await coming;
      if (done) return;
      coming = all.next();
      // Where nobody asks for it any more, nobody asks for its error.
      coming.catch(() => {});
      yield value;
    }
  } finally {
    await all.return(undefined);
  }
}
