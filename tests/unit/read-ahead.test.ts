import { expect, test } from 'vitest';
import { readAhead } from '../../lib/read-ahead';

/** Notes what is read and when it is given back. */
function* noted(count: number, notes: string[]): Generator<number> {
  try {
    for (let i = 1; i <= count; i += 1) {
      notes.push(`read ${i}`);
      yield i;
    }
  } finally {
    notes.push('closed');
  }
}

async function* asynchronous<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('the next is read when it is called for, and waits', async () => {
  const notes: string[] = [];
  for await (const { value, readNext } of readAhead(asynchronous(noted(3, notes)))) {
    await moment();
    notes.push(`begin ${value}`);
    if (value === 1) readNext();
    await moment();
    notes.push(`end ${value}`);
  }
  expect(notes).toEqual([
    'read 1',
    'begin 1',
    'read 2',
    'end 1',
    'begin 2',
    'end 2',
    // Nobody called for it: it is read once the second is done with.
    'read 3',
    'begin 3',
    'end 3',
    'closed',
  ]);
});

test('an error of the next one comes after the work at this one', async () => {
  const notes: string[] = [];
  async function* failing(): AsyncGenerator<number> {
    yield 1;
    throw new Error('unreadable');
  }
  const all = async (): Promise<void> => {
    for await (const { value, readNext } of readAhead(failing())) {
      readNext();
      await moment();
      notes.push(`end ${value}`);
    }
  };
  await expect(all()).rejects.toThrow('unreadable');
  expect(notes).toEqual(['end 1']);
});

test('what is left early is closed', async () => {
  const notes: string[] = [];
  for await (const { readNext } of readAhead(asynchronous(noted(3, notes)))) {
    readNext();
    break;
  }
  expect(notes.at(-1)).toBe('closed');
});
