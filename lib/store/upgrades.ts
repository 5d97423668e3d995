import type { Sentence } from '../paper';
import { digestKey } from './keys';
import type { StoredReading } from './records';

/** Version 1 only marked the stored digests of a file as stored; this adds their keys. */
export function nameStoredDigests(reading: StoredReading): void {
  for (const digest of reading.digests) {
    if (digest.stored && digest.date !== undefined) digest.key = digestKey({ ...digest, date: digest.date });
  }
  reading.keys = reading.digests.flatMap(({ key }) => key ?? []);
}

/** Versions up to 3 stored a sentence translated into the language of the moment; such a text is kept as it is. */
const asSaid = (text: string): Sentence => ({ code: 'inWords', values: [text] });

interface SaidProblem {
  line?: number;
  message?: string;
}

/** Versions up to 3 stored the problems of a file as text, and called the format `title-table` `report`. */
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

/** Versions up to 3 stored what stopped an import or a restore as text; this wraps the text in a code. */
export function keepHindranceCodes(row: { hindrance?: unknown }): void {
  if (typeof row.hindrance === 'string') row.hindrance = [asSaid(row.hindrance)];
}
