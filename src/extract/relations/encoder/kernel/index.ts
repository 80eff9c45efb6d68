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
 * @param spare room for twice as many vectors as there are tokens
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
  const mixed = spare + (count as usize) * BYTES;
  multiply(spare, count, WIDTH, mix, mixBias, WIDTH, mixed);
  addRectified(x, mixed, (count as usize) * BYTES);
  for (let token = 0; token < count; token++) normalize(x + (token as usize) * BYTES, gamma, beta, false);
}

/** Adds numbers to others. */
export function add(at: usize, others: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16)
    v128.store(at + d, f32x4.add(v128.load(at + d), v128.load(others + d)));
}

/** Adds to numbers what others have above zero. */
export function addRectified(at: usize, others: usize, bytes: usize): void {
  const zero = f32x4.splat(0);
  for (let d: usize = 0; d < bytes; d += 16)
    v128.store(at + d, f32x4.add(v128.load(at + d), f32x4.max(v128.load(others + d), zero)));
}

/** Two vectors of up to 192 numbers in 16 bits. */
const SHORT_ROWS: usize = memory.data(768, 16);
const SHORT_ROW: usize = 384;
/** The largest number of a vector becomes this in 16 bits: sums of 192 products with weights of 12 bits fit in 32. */
const MOST: f32 = 4095;

/** The nearest whole numbers of small ones: added to 1.5 times 2^23, they are its last bits. */
function round(values: v128): v128 {
  return i32x4.sub(f32x4.add(values, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** Writes a vector in 16 bits and returns what one of them counts. */
function shorten(source: usize, bytes: usize, target: usize): f32 {
  let most = f32x4.splat(0);
  for (let d: usize = 0; d < bytes; d += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(source + d)));
  const largest = max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
  const factor = f32x4.splat(largest > 0 ? MOST / largest : 0);
  for (let d: usize = 0; d < bytes; d += 32) {
    const low = round(f32x4.mul(v128.load(source + d), factor));
    const high = round(f32x4.mul(v128.load(source + d, 16), factor));
    v128.store(target + (d >> 1), i16x8.narrow_i32x4_s(low, high));
  }
  return largest / MOST;
}

/** Sums of products become numbers: times what one counts, plus the bias. */
function settle(sums: v128, scale: v128, bias: usize, out: usize): void {
  v128.store(out, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), v128.load(bias)));
}

/**
 * A matrix product and a bias: `out` (count x columns) = `a` (count x depth) `b` (depth x columns) + bias. It is worked
 * out in whole numbers of 16 bits, into which each row of `a` is scaled.
 *
 * @param b the matrix as `pack` of weights.ts writes it
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
  const bytes = (depth as usize) << 2;
  const half = bytes >> 1;
  const unit = load<f32>(b);
  const other = SHORT_ROWS + SHORT_ROW;
  for (let row = 0; row < count; row += 2) {
    // Two rows and sixteen columns at a time stay in registers; a last row is done twice.
    const next = min(row + 1, count - 1);
    const one = f32x4.splat(unit * shorten(a + (row as usize) * bytes, bytes, SHORT_ROWS));
    const two = f32x4.splat(unit * shorten(a + (next as usize) * bytes, bytes, other));
    const first = out + (row as usize) * stride;
    const second = out + (next as usize) * stride;
    let weights = b + 16;
    for (let column: usize = 0; column < stride; column += 64) {
      let p0 = i32x4.splat(0);
      let p1 = i32x4.splat(0);
      let p2 = i32x4.splat(0);
      let p3 = i32x4.splat(0);
      let q0 = i32x4.splat(0);
      let q1 = i32x4.splat(0);
      let q2 = i32x4.splat(0);
      let q3 = i32x4.splat(0);
      for (let k: usize = 0; k < half; k += 4) {
        const u = v128.load32_splat(SHORT_ROWS + k);
        const v = v128.load32_splat(other + k);
        const w0 = v128.load(weights);
        const w1 = v128.load(weights, 16);
        const w2 = v128.load(weights, 32);
        const w3 = v128.load(weights, 48);
        p0 = i32x4.add(p0, i32x4.dot_i16x8_s(u, w0));
        q0 = i32x4.add(q0, i32x4.dot_i16x8_s(v, w0));
        p1 = i32x4.add(p1, i32x4.dot_i16x8_s(u, w1));
        q1 = i32x4.add(q1, i32x4.dot_i16x8_s(v, w1));
        p2 = i32x4.add(p2, i32x4.dot_i16x8_s(u, w2));
        q2 = i32x4.add(q2, i32x4.dot_i16x8_s(v, w2));
        p3 = i32x4.add(p3, i32x4.dot_i16x8_s(u, w3));
        q3 = i32x4.add(q3, i32x4.dot_i16x8_s(v, w3));
        weights += 64;
      }
      const own = bias + column;
      settle(p0, one, own, first + column);
      settle(p1, one, own + 16, first + column + 16);
      settle(p2, one, own + 32, first + column + 32);
      settle(p3, one, own + 48, first + column + 48);
      settle(q0, two, own, second + column);
      settle(q1, two, own + 16, second + column + 16);
      settle(q2, two, own + 32, second + column + 32);
      settle(q3, two, own + 48, second + column + 48);
    }
  }
}

/** For each token, and for what follows the last, the sum of the vectors before it: 64-bit floats. */
export function accumulate(x: usize, count: i32, sums: usize): void {
  const size = BYTES << 1;
  memory.fill(sums, 0, size);
  for (let token = 0; token < count; token++) {
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

/** e to the power of numbers that are at most zero, as in Cephes (expf): reduced to less than half a turn, then a polynomial. */
function exponential(x: v128): v128 {
  const turns = f32x4.nearest(f32x4.mul(f32x4.max(x, f32x4.splat(-87)), f32x4.splat(Math.LOG2E as f32)));
  const high = f32x4.sub(f32x4.max(x, f32x4.splat(-87)), f32x4.mul(turns, f32x4.splat(0.693359375)));
  const rest = f32x4.sub(high, f32x4.mul(turns, f32x4.splat(-2.1219444e-4)));
  let sum = f32x4.splat(1.98756915e-4);
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1.3981999507e-3));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(8.3334519073e-3));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(4.1665795894e-2));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1.6666665459e-1));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(5.0000001201e-1));
  const squared = f32x4.mul(rest, rest);
  sum = f32x4.add(f32x4.add(f32x4.mul(sum, squared), rest), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(round(turns), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}

/**
 * What each reading finds where it looks in the sentence: four heads weigh the tokens by how their keys match the
 * query and by how far they stand from some marked tokens, and add up the values of the tokens by these weights.
 * Channels of the four heads take turns, so that a quarter of a vector's number is a channel of each.
 *
 * @param marks for each reading the tokens that it marks
 * @param nearness for each mark 4 numbers for each way from `-farthest` to `farthest` tokens
 * @param spare room for 4 numbers a token
 */
export function attend(
  queries: usize,
  number: i32,
  keys: usize,
  values: usize,
  count: i32,
  marks: usize,
  markCount: i32,
  nearness: usize,
  farthest: i32,
  spare: usize,
  out: usize,
): void {
  const ways = ((2 * farthest + 1) as usize) << 4;
  for (let reading = 0; reading < number; reading++) {
    let most = f32x4.splat(-1e30);
    for (let token = 0; token < count; token++) {
      let score = f32x4.splat(0);
      const key = keys + (token as usize) * BYTES;
      for (let d: usize = 0; d < BYTES; d += 16)
        score = f32x4.add(score, f32x4.mul(v128.load(queries + d), v128.load(key + d)));
      let table = nearness + ((farthest as usize) << 4);
      for (let mark = 0; mark < markCount; mark++) {
        const way = max(-farthest, min(farthest, token - load<i32>(marks + ((mark as usize) << 2))));
        score = f32x4.add(score, v128.load(table + (((way as isize) << 4) as usize)));
        table += ways;
      }
      v128.store(spare + ((token as usize) << 4), score);
      most = f32x4.max(most, score);
    }
    let sum = f32x4.splat(0);
    const end = spare + ((count as usize) << 4);
    for (let at = spare; at < end; at += 16) {
      const weight = exponential(f32x4.sub(v128.load(at), most));
      v128.store(at, weight);
      sum = f32x4.add(sum, weight);
    }
    for (let d: usize = 0; d < BYTES; d += 64) {
      // Sixteen channels at a time stay in registers.
      let s0 = f32x4.splat(0);
      let s1 = f32x4.splat(0);
      let s2 = f32x4.splat(0);
      let s3 = f32x4.splat(0);
      let value = values + d;
      for (let at = spare; at < end; at += 16) {
        const weight = v128.load(at);
        s0 = f32x4.add(s0, f32x4.mul(weight, v128.load(value)));
        s1 = f32x4.add(s1, f32x4.mul(weight, v128.load(value, 16)));
        s2 = f32x4.add(s2, f32x4.mul(weight, v128.load(value, 32)));
        s3 = f32x4.add(s3, f32x4.mul(weight, v128.load(value, 48)));
        value += BYTES;
      }
      v128.store(out + d, f32x4.div(s0, sum));
      v128.store(out + d, f32x4.div(s1, sum), 16);
      v128.store(out + d, f32x4.div(s2, sum), 32);
      v128.store(out + d, f32x4.div(s3, sum), 48);
    }
    queries += BYTES;
    marks += (markCount as usize) << 2;
    out += BYTES;
  }
}

/** A number and the products of two vectors, added up in 64 bits in their order. */
export function dot(a: usize, b: usize, start: f64): f64 {
  let sum = start;
  for (let d: usize = 0; d < BYTES; d += 4) sum += (load<f32>(a + d) as f64) * (load<f32>(b + d) as f64);
  return sum;
}
