/** The weights of the encoder, as `scripts/training/encoder/train.py` writes them. */
export interface EncoderWeights {
  readonly header: EncoderHeader;
  /** What a byte of each row of the table counts. */
  readonly scales: Float32Array;
  /** The table: a vector of signed bytes for each row. */
  readonly table: Int8Array;
  /** A tensor by its name. */
  tensor(name: string): Tensor;
}

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

interface EncoderHeader {
  readonly rows: number;
  readonly width: number;
  readonly taps: number;
  /** Of each layer: how far apart the places are that it looks at. */
  readonly dilations: readonly number[];
  readonly relations: readonly string[];
  readonly tensors: Readonly<Record<string, { readonly start: number; readonly shape: readonly number[] }>>;
}

/** @throws where the bytes are no such file */
export function parseEncoderWeights(bytes: Uint8Array): EncoderWeights {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as EncoderHeader;
  const { rows, width, tensors } = header;
  // A copy of its own begins at an address that floats may have.
  const body = bytes.slice(4 + length);
  const count = Object.values(tensors).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  if (body.length !== 4 * (rows + count) + rows * width)
    throw new Error(`The weights of the encoder are cut off: ${bytes.length} bytes.`);
  const floats = new Float32Array(body.buffer, 4 * rows, count);
  return {
    header,
    scales: new Float32Array(body.buffer, 0, rows),
    table: new Int8Array(body.buffer, 4 * (rows + count), rows * width),
    tensor(name) {
      const found = tensors[name];
      if (!found) throw new Error(`The weights of the encoder lack ${name}.`);
      const { start, shape } = found;
      return { shape, values: floats.subarray(start, start + sizeOf(shape)) };
    },
  };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** A matrix with rows and columns exchanged. */
export function transpose({ shape, values }: Tensor): Float32Array {
  const [rows = 1, columns = 1] = shape;
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = values[row * columns + column] ?? 0;
  return result;
}

/** Weights have 12 bits in {@link pack}. */
const MOST = 2047;
/** Columns that the kernel works out at a time. */
const BLOCK = 16;
/** Room for what one counts, so that the weights behind it are aligned. */
const HEAD = 16;

/**
 * A matrix, rows by what comes in, as the kernel multiplies with it: what one counts, and then whole numbers of 16 bits;
 * sixteen columns after another, of each pair of rows the two numbers of a column side by side.
 */
export function pack(matrix: Float32Array, rows: number, columns: number): Uint8Array {
  const most = matrix.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const packed = new Uint8Array(HEAD + 2 * matrix.length);
  new Float32Array(packed.buffer, 0, 1)[0] = most / MOST;
  const target = new Int16Array(packed.buffer, HEAD);
  const factor = most > 0 ? MOST / most : 0;
  let next = 0;
  for (let block = 0; block < columns; block += BLOCK)
    for (let row = 0; row < rows; row += 2)
      for (let column = block; column < block + BLOCK; column++)
        for (const own of [row, row + 1])
          target[next++] = Math.round((matrix[own * columns + column] ?? 0) * factor);
  return packed;
}
