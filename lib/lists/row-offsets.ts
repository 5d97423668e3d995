/** Rows whose heights are added up as one. */
const ROWS_A_BLOCK = 256;

/** Where each of many rows of differing heights stands. To change a height or find a place it does not go through all. */
export class RowOffsets {
  readonly #heights: Float64Array;
  readonly #blocks: Float64Array;

  constructor(count: number, heightOf: (index: number) => number) {
    this.#heights = new Float64Array(count);
    this.#blocks = new Float64Array(Math.ceil(count / ROWS_A_BLOCK));
    for (let index = 0; index < count; index += 1) this.setHeight(index, heightOf(index));
  }

  get total(): number {
    return this.#blocks.reduce((sum, height) => sum + height, 0);
  }

  heightOf(index: number): number {
    return this.#heights[index] ?? 0;
  }

  startOf(index: number): number {
    const block = Math.floor(index / ROWS_A_BLOCK);
    let start = 0;
    for (let before = 0; before < block; before += 1) start += this.#blocks[before] ?? 0;
    for (let row = block * ROWS_A_BLOCK; row < index; row += 1) start += this.heightOf(row);
    return start;
  }

  /** The row that covers this place; the first or last where it is beyond them. */
  indexAt(place: number): number {
    let rest = place;
    let block = 0;
    for (; block < this.#blocks.length - 1 && rest >= (this.#blocks[block] ?? 0); block += 1)
      rest -= this.#blocks[block] ?? 0;
    const last = this.#heights.length - 1;
    let index = block * ROWS_A_BLOCK;
    for (; index < last && rest >= this.heightOf(index); index += 1) rest -= this.heightOf(index);
    return Math.max(0, Math.min(index, last));
  }

  setHeight(index: number, height: number): void {
    this.#add(index, height - this.heightOf(index));
    this.#heights[index] = height;
  }

  #add(index: number, height: number): void {
    const block = Math.floor(index / ROWS_A_BLOCK);
    this.#blocks[block] = (this.#blocks[block] ?? 0) + height;
  }
}
