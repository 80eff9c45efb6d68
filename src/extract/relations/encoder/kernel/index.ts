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
 * @param from the first of the tokens that the layer is applied to
 * @param to the one after the last of them
 * @param taps vectors of weights, one for each place from the leftmost on
 * @param mix 96 x 96, rows by what comes in
 * @param spare room for twice as many vectors as there are tokens
 */
export function layer(
  x: usize,
  count: i32,
  from: i32,
  to: i32,
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
  for (let token = from; token < to; token++) {
    const at = spare + ((token - from) as usize) * BYTES;
    const left = token - reach;
    const first = left < 0 ? (dilation - 1 - left) / dilation : 0;
    const end = min(tapCount, (count - 1 - left) / dilation + 1);
    for (let d: usize = 0; d < BYTES; d += 32) {
      let low = v128.load(tapBias + d);
      let high = v128.load(tapBias + d, 16);
      let source = x + ((left + first * dilation) as usize) * BYTES + d;
      let weights = taps + (first as usize) * BYTES + d;
      for (let tap = first; tap < end; tap++) {
        low = f32x4.add(low, f32x4.mul(v128.load(source), v128.load(weights)));
        high = f32x4.add(high, f32x4.mul(v128.load(source, 16), v128.load(weights, 16)));
        source += (dilation as usize) * BYTES;
        weights += BYTES;
      }
      v128.store(at + d, low);
      v128.store(at + d, high, 16);
    }
  }
  const mixed = spare + ((to - from) as usize) * BYTES;
  multiply(spare, to - from, WIDTH, mix, mixBias, WIDTH, mixed);
  for (let token = from; token < to; token++) {
    const at = x + (token as usize) * BYTES;
    addRectified(at, mixed + ((token - from) as usize) * BYTES, BYTES);
    normalize(at, gamma, beta, false);
  }
}

/** Adds to numbers what others have above zero. */
export function addRectified(at: usize, others: usize, bytes: usize): void {
  const zero = f32x4.splat(0);
  for (let d: usize = 0; d < bytes; d += 16)
    v128.store(at + d, f32x4.add(v128.load(at + d), f32x4.max(v128.load(others + d), zero)));
}

/**
 * A matrix product and a bias: `out` (count x columns) = `a` (count x depth) `b` (depth x columns) + bias.
 *
 * @param columns a multiple of 32
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
  // Of a last row, 32 columns.
  if (row < count) {
    const first = a + (row as usize) * width;
    const target = out + (row as usize) * stride;
    for (let column: usize = 0; column < stride; column += 128) {
      let p0 = v128.load(bias + column);
      let p1 = v128.load(bias + column, 16);
      let p2 = v128.load(bias + column, 32);
      let p3 = v128.load(bias + column, 48);
      let p4 = v128.load(bias + column, 64);
      let p5 = v128.load(bias + column, 80);
      let p6 = v128.load(bias + column, 96);
      let p7 = v128.load(bias + column, 112);
      let weights = b + column;
      for (let k: usize = 0; k < width; k += 4) {
        const u = v128.load32_splat(first + k);
        p0 = f32x4.add(p0, f32x4.mul(u, v128.load(weights)));
        p1 = f32x4.add(p1, f32x4.mul(u, v128.load(weights, 16)));
        p2 = f32x4.add(p2, f32x4.mul(u, v128.load(weights, 32)));
        p3 = f32x4.add(p3, f32x4.mul(u, v128.load(weights, 48)));
        p4 = f32x4.add(p4, f32x4.mul(u, v128.load(weights, 64)));
        p5 = f32x4.add(p5, f32x4.mul(u, v128.load(weights, 80)));
        p6 = f32x4.add(p6, f32x4.mul(u, v128.load(weights, 96)));
        p7 = f32x4.add(p7, f32x4.mul(u, v128.load(weights, 112)));
        weights += stride;
      }
      const place = target + column;
      v128.store(place, p0);
      v128.store(place, p1, 16);
      v128.store(place, p2, 32);
      v128.store(place, p3, 48);
      v128.store(place, p4, 64);
      v128.store(place, p5, 80);
      v128.store(place, p6, 96);
      v128.store(place, p7, 112);
    }
  }
}

/** For each token of a range, and for what follows it, the sum of the vectors of the range before it: 64-bit floats. */
export function accumulate(x: usize, from: i32, to: i32, sums: usize): void {
  const size = BYTES << 1;
  memory.fill(sums + (from as usize) * size, 0, size);
  for (let token = from; token < to; token++) {
    const source = x + (token as usize) * BYTES;
    const at = sums + (token as usize) * size;
    for (let d: usize = 0; d < BYTES; d += 8) {
      const sum = f64x2.add(v128.load(at + (d << 1)), f64x2.promote_low_f32x4(v128.load64_zero(source + d)));
      v128.store(at + size + (d << 1), sum);
    }
  }
}

/** The mean of the vectors from a token to before another, by their sums; zero where there are none. */
export function average(sums: usize, from: i32, to: i32, out: usize): void {
  const share = f64x2.splat((1 as f64) / (max(1, to - from) as f64));
  const low = sums + (from as usize) * (BYTES << 1);
  const high = sums + (to as usize) * (BYTES << 1);
  for (let d: usize = 0; d < BYTES; d += 8) {
    const sum = f64x2.sub(v128.load(high + (d << 1)), v128.load(low + (d << 1)));
    v128.store64_lane(out + d, f32x4.demote_f64x2_zero(f64x2.mul(sum, share)), 0);
  }
}

/** Adds to each vector the one at an address of a list. */
export function addEach(at: usize, count: i32, list: usize): void {
  for (let number = 0; number < count; number++) {
    const row = load<u32>(list + ((number as usize) << 2)) as usize;
    for (let d: usize = 0; d < BYTES; d += 16)
      v128.store(at + d, f32x4.add(v128.load(at + d), v128.load(row + d)));
    at += BYTES;
  }
}

/**
 * Adds to each vector of `z` the ones at the addresses of a list, and then, in 64 bits, its own of `parts` and two more
 * of the list; rectified.
 *
 * @param width how many addresses each vector has, the last two included
 */
export function join(z: usize, count: i32, parts: usize, list: usize, width: i32): void {
  const zero = f64x2.splat(0);
  for (let number = 0; number < count; number++) {
    const end = list + (((width - 2) as usize) << 2);
    const subject = load<u32>(end) as usize;
    const object = load<u32>(end, 4) as usize;
    for (let d: usize = 0; d < BYTES; d += 8) {
      let sum = v128.load64_zero(z + d);
      for (let at = list; at < end; at += 4)
        sum = f32x4.add(sum, v128.load64_zero((load<u32>(at) as usize) + d));
      let long = f64x2.promote_low_f32x4(sum);
      long = f64x2.add(long, f64x2.promote_low_f32x4(v128.load64_zero(parts + d)));
      long = f64x2.add(long, f64x2.promote_low_f32x4(v128.load64_zero(subject + d)));
      long = f64x2.add(long, f64x2.promote_low_f32x4(v128.load64_zero(object + d)));
      v128.store64_lane(z + d, f32x4.demote_f64x2_zero(f64x2.max(long, zero)), 0);
    }
    z += BYTES;
    parts += BYTES;
    list = end + 8;
  }
}

/** A number and the products of two vectors, added up in 64 bits in their order. */
export function dot(a: usize, b: usize, start: f64): f64 {
  let sum = start;
  for (let d: usize = 0; d < BYTES; d += 4) sum += (load<f32>(a + d) as f64) * (load<f32>(b + d) as f64);
  return sum;
}
