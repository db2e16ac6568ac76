/** Asks for the next batch while the last one is worked on: the file is read while the database writes. */
export async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const batch = await next;
      if (batch.done) return;
      next = source.next();
      // A refusal found ahead is told when its turn comes; until then nobody waits for it.
      next.catch(() => undefined);
      yield batch.value;
    }
  } finally {
    await source.return(undefined).catch(() => undefined);
  }
}
