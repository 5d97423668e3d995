import type { Sentence } from '../paper';
import { digestKey } from './keys';
import type { StoredReading } from './records';

/** Version 1 only ticked the stored digests of a file off. */
export function nameStoredDigests(reading: StoredReading): void {
  for (const digest of reading.digests) {
    if (digest.stored && digest.date !== undefined) digest.key = digestKey({ ...digest, date: digest.date });
  }
  reading.keys = reading.digests.flatMap(({ key }) => key ?? []);
}

/** A sentence as versions up to 3 kept it: in the words of its day's language. */
const asSaid = (text: string): Sentence => ({ code: 'inWords', values: [text] });

interface SaidProblem {
  line?: number;
  message?: string;
}

/** Up to version 3 the reading of a file kept its problems in words, and called the table of titles a report. */
export function withProblemCodes(reading: StoredReading): StoredReading {
  const { format } = reading;
  return {
    ...reading,
    ...(format === 'report' && { format: 'title-table' }),
    problems: reading.problems.map((problem) => {
      const { message, ...rest } = problem as SaidProblem & StoredReading['problems'][number];
      return message === undefined ? problem : { ...rest, ...asSaid(message) };
    }),
  };
}

/** The same for what stopped an import or a restore. */
export function keepHindranceCodes(row: { hindrance?: unknown }): void {
  if (typeof row.hindrance === 'string') row.hindrance = [asSaid(row.hindrance)];
}
