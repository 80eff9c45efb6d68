// The encoder's arithmetic, in AssemblyScript (`npm run build:kernel` compiles it to WebAssembly). Vectors of a token
// are 96 32-bit floats; addresses are in bytes. WebAssembly gives the same floats on every machine.

const WIDTH: i32 = 96;
const BYTES: usize = WIDTH << 2;
const EPSILON: f32 = 1e-5;

/** Normalizes a vector to mean 0 and variance 1, then scales and shifts it. */
function normalize(at: usize, gamma: usize, beta: usize, rectify: bool): void {
  let sum = f32x4.splat(0);
  for (let d: usize = 0; d < BYTES; d += 16) sum = f32x4.add(sum, v128.load(at + d));
  const mean =
    (f32x4.extract_lane(sum, 0) +
      f32x4.extract_lane(sum, 1) +
      f32x4.extract_lane(sum, 2) +
      f32x4.extract_lane(sum, 3)) /
    (WIDTH as f32);
  const means = f32x4.splat(mean);
  let squares = f32x4.splat(0);
  for (let d: usize = 0; d < BYTES; d += 16) {
    const off = f32x4.sub(v128.load(at + d), means);
    squares = f32x4.add(squares, f32x4.mul(off, off));
  }
  const variance =
    (f32x4.extract_lane(squares, 0) +
      f32x4.extract_lane(squares, 1) +
      f32x4.extract_lane(squares, 2) +
      f32x4.extract_lane(squares, 3)) /
    (WIDTH as f32);
  const scale = f32x4.splat((1 as f32) / sqrt<f32>(variance + EPSILON));
  const zero = f32x4.splat(0);
  for (let d: usize = 0; d < BYTES; d += 16) {
    const off = f32x4.mul(f32x4.sub(v128.load(at + d), means), scale);
    const value = f32x4.add(f32x4.mul(off, v128.load(gamma + d)), v128.load(beta + d));
    v128.store(at + d, rectify ? f32x4.max(value, zero) : value);
  }
}

/**
 * The first vector of each token: the sum of its rows of the table, normalized and rectified.
 *
 * @param table rows of 96 signed bytes
 * @param scales what a byte of each row counts
 * @param rows the rows of all tokens, one token after another
 * @param ends for each token where its rows end
 */
export function embed(
  table: usize,
  scales: usize,
  rows: usize,
  ends: usize,
  count: i32,
  gamma: usize,
  beta: usize,
  out: usize,
): void {
  let from: i32 = 0;
  for (let token = 0; token < count; token++) {
    const to = load<i32>(ends + ((token as usize) << 2));
    const at = out + (token as usize) * BYTES;
    memory.fill(at, 0, BYTES);
    for (; from < to; from++) {
      const row = load<i32>(rows + ((from as usize) << 2)) as usize;
      const scale = v128.load32_splat(scales + (row << 2));
      const source = table + row * WIDTH;
      for (let d: usize = 0; d < (WIDTH as usize); d += 8) {
        const words = v128.load8x8_s(source + d);
        const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(words));
        const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(words));
        const place = at + (d << 2);
        v128.store(place, f32x4.add(v128.load(place), f32x4.mul(low, scale)));
        v128.store(place, f32x4.add(v128.load(place, 16), f32x4.mul(high, scale)), 16);
      }
    }
    normalize(at, gamma, beta, true);
  }
}

/**
 * One layer, in place: what stands around each token (`taps`, a depthwise convolution), mixed over the channels,
 * rectified and added.
 *
 * @param taps vectors of weights, one for each place from the leftmost on
 * @param mix 96 x 96, rows by what comes in
 * @param spare room for as many vectors as there are tokens
 */
export function layer(
  x: usize,
  count: i32,
  taps: usize,
  tapCount: i32,
  dilation: i32,
  tapBias: usize,
  mix: usize,
  mixBias: usize,
  gamma: usize,
  beta: usize,
  spare: usize,
): void {
  const reach = (tapCount >> 1) * dilation;
  for (let token = 0; token < count; token++) {
    const at = spare + (token as usize) * BYTES;
    memory.copy(at, tapBias, BYTES);
    for (let tap = 0; tap < tapCount; tap++) {
      const other = token - reach + tap * dilation;
      if (other < 0 || other >= count) continue;
      const source = x + (other as usize) * BYTES;
      const weights = taps + (tap as usize) * BYTES;
      for (let d: usize = 0; d < BYTES; d += 16) {
        const product = f32x4.mul(v128.load(source + d), v128.load(weights + d));
        v128.store(at + d, f32x4.add(v128.load(at + d), product));
      }
    }
  }
  const mixed = spare + (count as usize) * BYTES;
  multiply(spare, count, WIDTH, mix, mixBias, WIDTH, mixed);
  const zero = f32x4.splat(0);
  for (let token = 0; token < count; token++) {
    const at = x + (token as usize) * BYTES;
    const source = mixed + (token as usize) * BYTES;
    for (let d: usize = 0; d < BYTES; d += 16)
      v128.store(at + d, f32x4.add(v128.load(at + d), f32x4.max(v128.load(source + d), zero)));
    normalize(at, gamma, beta, false);
  }
}

/**
 * A matrix product and a bias: `out` (count x columns) = `a` (count x depth) `b` (depth x columns) + bias.
 *
 * @param columns a multiple of 16
 */
export function multiply(
  a: usize,
  count: i32,
  depth: i32,
  b: usize,
  bias: usize,
  columns: i32,
  out: usize,
): void {
  const stride = (columns as usize) << 2;
  const width = (depth as usize) << 2;
  let row = 0;
  // Two rows and sixteen columns at a time stay in registers.
  for (; row + 1 < count; row += 2) {
    const first = a + (row as usize) * width;
    const second = first + width;
    const target = out + (row as usize) * stride;
    for (let column: usize = 0; column < stride; column += 64) {
      let p0 = v128.load(bias + column);
      let p1 = v128.load(bias + column, 16);
      let p2 = v128.load(bias + column, 32);
      let p3 = v128.load(bias + column, 48);
      let q0 = p0;
      let q1 = p1;
      let q2 = p2;
      let q3 = p3;
      let weights = b + column;
      for (let k: usize = 0; k < width; k += 4) {
        const u = v128.load32_splat(first + k);
        const v = v128.load32_splat(second + k);
        const w0 = v128.load(weights);
        const w1 = v128.load(weights, 16);
        const w2 = v128.load(weights, 32);
        const w3 = v128.load(weights, 48);
        p0 = f32x4.add(p0, f32x4.mul(u, w0));
        q0 = f32x4.add(q0, f32x4.mul(v, w0));
        p1 = f32x4.add(p1, f32x4.mul(u, w1));
        q1 = f32x4.add(q1, f32x4.mul(v, w1));
        p2 = f32x4.add(p2, f32x4.mul(u, w2));
        q2 = f32x4.add(q2, f32x4.mul(v, w2));
        p3 = f32x4.add(p3, f32x4.mul(u, w3));
        q3 = f32x4.add(q3, f32x4.mul(v, w3));
        weights += stride;
      }
      const place = target + column;
      v128.store(place, p0);
      v128.store(place, p1, 16);
      v128.store(place, p2, 32);
      v128.store(place, p3, 48);
      v128.store(place + stride, q0);
      v128.store(place + stride, q1, 16);
      v128.store(place + stride, q2, 32);
      v128.store(place + stride, q3, 48);
    }
  }
  if (row < count) {
    const first = a + (row as usize) * width;
    const target = out + (row as usize) * stride;
    for (let column: usize = 0; column < stride; column += 16) {
      let p = v128.load(bias + column);
      let weights = b + column;
      for (let k: usize = 0; k < width; k += 4) {
        p = f32x4.add(p, f32x4.mul(v128.load32_splat(first + k), v128.load(weights)));
        weights += stride;
      }
      v128.store(target + column, p);
    }
  }
}
