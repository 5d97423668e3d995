import type { SparseMatrix } from './cooccurrence';
import { seededNormal } from './random';

/** Directions carried beyond those wanted; they soak up the error (Halko, Martinsson & Tropp 2011, section 4.4). */
const SPARE_DIRECTIONS = 20;

/** Times the matrix is applied: more turn the directions no further. */
const ROUNDS = 6;

/** `matrix` times `block` (rows of `width` numbers). */
function multiply(matrix: SparseMatrix, block: Float32Array, width: number): Float32Array {
  const product = new Float32Array(matrix.size * width);
  const { starts, columns, values } = matrix;
  const sum = new Float32Array(width);
  for (let row = 0; row < matrix.size; row += 1) {
    sum.fill(0);
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const value = values[at]!;
      const from = columns[at]! * width;
      for (let i = 0; i < width; i += 1) sum[i]! += value * block[from + i]!;
    }
    product.set(sum, row * width);
  }
  return product;
}

/** Makes the columns of a block orthogonal and of length 1 (modified Gram–Schmidt), in place. */
function orthonormalise(block: Float32Array, width: number): void {
  const rows = block.length / width;
  const overlap = (a: number, b: number) => {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += block[row * width + a]! * block[row * width + b]!;
    return sum;
  };
  for (let column = 0; column < width; column += 1) {
    for (let before = 0; before < column; before += 1) {
      const shared = overlap(before, column);
      for (let row = 0; row < rows; row += 1)
        block[row * width + column]! -= shared * block[row * width + before]!;
    }
    const scale = 1 / Math.sqrt(overlap(column, column));
    for (let row = 0; row < rows; row += 1) block[row * width + column]! *= scale;
  }
}

/** Eigenvalues and eigenvectors (as columns) of a small symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Float64Array, size: number): { values: number[]; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = 0; q < p; q += 1) off += a[p * size + q]! ** 2;
    if (off < 1e-9) break;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(a, vectors, size, p, q);
    }
  }
  return { values: Array.from({ length: size }, (_, i) => a[i * size + i]!), vectors };
}

function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  if (Math.abs(apq) < 1e-14) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k += 1) {
    const kp = a[k * size + p]!;
    const kq = a[k * size + q]!;
    a[k * size + p] = cosine * kp - sine * kq;
    a[k * size + q] = sine * kp + cosine * kq;
  }
  for (let k = 0; k < size; k += 1) {
    const pk = a[p * size + k]!;
    const qk = a[q * size + k]!;
    a[p * size + k] = cosine * pk - sine * qk;
    a[q * size + k] = sine * pk + cosine * qk;
    const vp = vectors[k * size + p]!;
    const vq = vectors[k * size + q]!;
    vectors[k * size + p] = cosine * vp - sine * vq;
    vectors[k * size + q] = sine * vp + cosine * vq;
  }
}

/**
 * The strongest directions of a symmetric matrix, one row of `wanted` numbers for each of its rows: randomised
 * subspace iteration (Halko, Martinsson & Tropp, "Finding structure with randomness", 2011, algorithm 4.4).
 */
export function strongestDirections(matrix: SparseMatrix, wanted: number, seed: number): Float32Array {
  const width = wanted + SPARE_DIRECTIONS;
  const normal = seededNormal(seed);
  let basis = new Float32Array(matrix.size * width).map(() => normal());
  for (let round = 0; round < ROUNDS; round += 1) {
    basis = multiply(matrix, basis, width) as Float32Array<ArrayBuffer>;
    orthonormalise(basis, width);
  }
  const image = multiply(matrix, basis, width);
  const small = new Float64Array(width * width);
  for (let row = 0; row < matrix.size; row += 1) {
    for (let i = 0; i < width; i += 1) {
      const left = basis[row * width + i]!;
      for (let j = 0; j < width; j += 1) small[i * width + j]! += left * image[row * width + j]!;
    }
  }
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) {
      small[i * width + j] = small[j * width + i] = (small[i * width + j]! + small[j * width + i]!) / 2;
    }
  }
  const { values, vectors } = eigen(small, width);
  const order = values.map((_, i) => i).toSorted((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!));
  const directions = new Float32Array(matrix.size * wanted);
  for (let row = 0; row < matrix.size; row += 1) {
    for (let to = 0; to < wanted; to += 1) {
      let sum = 0;
      for (let i = 0; i < width; i += 1) sum += basis[row * width + i]! * vectors[i * width + order[to]!]!;
      directions[row * wanted + to] = sum;
    }
  }
  return directions;
}
