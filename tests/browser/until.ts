import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
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
