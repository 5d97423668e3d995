/** One figure, and what it has to be compared with. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** The same of what does as little as can be done, in the same run: what else the machine does slows both alike. */
  floor?: number;
  /** The value as a multiple of the floor. */
  ratio?: number;
  /** The most that the ratio may be; where there is no floor, the most that the value may be. */
  goal?: number;
  /** Whose the floor is, as in `of an empty page`; where there is none, what else there is to say. */
  beside: string;
}

/**
 * How the goals were chosen: what was to be reached in ms, divided by the floor of a quiet machine in ms. Where that
 * would be more than twice what was measured then, it is twice: a goal is to be missed by what has become twice as slow.
 */

/** A figure with its floor: the goal is so many times the floor. */
export const overFloor = (row: Row & { floor: number }): Row => ({ ...row, ratio: row.value / row.floor });

/** What was measured of ours, and of the floor in between. */
export interface Times {
  ours: number[];
  floor: number[];
}

/** Measures ours and the floor in turn, each several times. */
export async function inTurn(
  rounds: number,
  ours: (round: number) => Promise<number | number[]>,
  floor: (round: number) => Promise<number | number[]>,
): Promise<Times> {
  const times: Times = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(...[await ours(round)].flat());
    times.floor.push(...[await floor(round)].flat());
  }
  return times;
}

/** The row of times in milliseconds, by their medians. */
export const timesRow = (name: string, { ours, floor }: Times, goal: number, beside: string): Row =>
  overFloor({ name, value: median(ours), unit: 'ms', floor: median(floor), goal, beside });

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}
