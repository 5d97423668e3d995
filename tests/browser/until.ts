import { setTimeout as wait } from 'node:timers/promises';

/** Long, for a machine may be busy with something else: only what never comes is a failure. */
const PATIENCE_MS = 60_000;
const POLL_MS = 50;

/** Asks again until the answer is not false, undefined or null, and gives it back. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | false | undefined | null>,
  patience = PATIENCE_MS,
): Promise<Answer> {
  const end = Date.now() + patience;
  let seen: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== undefined && answer !== null) return answer;
      seen = answer;
    } catch (error) {
      // A page that is just being left has no document to ask.
      seen = error;
    }
    if (Date.now() > end)
      throw new Error(`Waited ${patience / 1000} s in vain until ${what}.`, { cause: seen });
    await wait(POLL_MS);
  }
}

/**
 * Holds a claim about a page against it until it is true, for what a page shows may be a frame behind what it knows.
 * An `assert.ok` in it has a message: to make one up, Node reads the story's source for up to a minute.
 */
export async function eventually(claim: () => Promise<void>, patience = PATIENCE_MS): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await wait(POLL_MS);
  }
}
