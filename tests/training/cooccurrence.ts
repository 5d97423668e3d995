/** A symmetric matrix that keeps only what is not zero, row by row. */
export interface SparseMatrix {
  size: number;
  /** Where each row begins in `columns` and `values`; one more than rows. */
  starts: Uint32Array;
  columns: Uint16Array;
  values: Float32Array;
}

/**
 * Positive pointwise mutual information of terms that stand in the same paper (Church & Hanks 1990; Levy, Goldberg &
 * Dagan 2015): how much more often two terms meet than chance would have it, as a logarithm, never below zero.
 */
export function positiveInformation(papers: readonly Uint16Array[], size: number): SparseMatrix {
  const papersOf = Array.from({ length: size }, (): number[] => []);
  const meetings = new Float64Array(size);
  for (const [number, terms] of papers.entries()) {
    for (const term of terms) {
      papersOf[term]?.push(number);
      meetings[term] = (meetings[term] ?? 0) + terms.length - 1;
    }
  }
  const all = meetings.reduce((sum, count) => sum + count, 0);
  const starts = new Uint32Array(size + 1);
  const columns: Uint16Array[] = [];
  const values: Float32Array[] = [];
  const counts = new Float64Array(size);
  for (let term = 0; term < size; term += 1) {
    counts.fill(0);
    for (const number of papersOf[term] ?? []) {
      for (const other of papers[number] ?? []) counts[other] = (counts[other] ?? 0) + 1;
    }
    const rowColumns: number[] = [];
    const rowValues: number[] = [];
    for (let other = 0; other < size; other += 1) {
      const met = counts[other] ?? 0;
      if (met === 0 || other === term) continue;
      const information = Math.log((met * all) / ((meetings[term] ?? 1) * (meetings[other] ?? 1)));
      if (information <= 0) continue;
      rowColumns.push(other);
      rowValues.push(information);
    }
    columns.push(Uint16Array.from(rowColumns));
    values.push(Float32Array.from(rowValues));
    starts[term + 1] = (starts[term] ?? 0) + rowColumns.length;
  }
  return { size, starts, columns: joined(columns, Uint16Array), values: joined(values, Float32Array) };
}

function joined<T extends Uint16Array | Float32Array>(
  parts: readonly T[],
  make: new (length: number) => T,
): T {
  const whole = new make(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
