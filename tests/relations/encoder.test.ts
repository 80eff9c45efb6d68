import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { KernelMemory, loadKernel } from '../../src/extract/relations/encoder/memory.js';
import { pack, parseEncoderWeights, transpose } from '../../src/extract/relations/encoder/weights.js';
import { seededRandom } from '../../src/graph/random.js';
import { loadSchema } from '../../src/schema/index.js';

const MODELS = new URL('../../graph-schema/models/', import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, MODELS)));
const WIDTH = 96;
const EPSILON = 1e-5;

describe('the kernel', () => {
  const kernel = loadKernel(read('encoder.wasm'));
  const random = seededRandom(3);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random() * 2 - 1);
  const at = (memory: KernelMemory, address: number, count: number) => [
    ...memory.floats.subarray(address / 4, address / 4 + count),
  ];
  const close = (found: readonly number[], wanted: readonly number[], digits = 4) => {
    expect(found).toHaveLength(wanted.length);
    found.forEach((value, index) => {
      expect(value).toBeCloseTo(wanted[index] ?? Number.NaN, digits);
    });
  };

  it('is compiled from its source as it stands', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rawabit-kernel-'));
    try {
      const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
        scripts: Record<string, string>;
      };
      const target = join(folder, 'encoder.wasm');
      const [, ...parts] = (scripts['build:kernel'] ?? '').split(' ');
      const args = [...parts.slice(0, -1), target];
      execFileSync(process.execPath, ['node_modules/assemblyscript/bin/asc.js', ...args]);
      expect(new Uint8Array(readFileSync(target))).toEqual(read('encoder.wasm'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([1, 2, 7])('multiplies %i rows', count => {
    const memory = new KernelMemory(kernel);
    const [depth, columns] = [2 * WIDTH, WIDTH];
    const [a, b, bias] = [numbers(count * depth), numbers(depth * columns), numbers(columns)];
    const addresses = [a, pack(b, depth, columns), bias].map(values => memory.keep(values)) as [
      number,
      number,
      number,
    ];
    const out = memory.take(count * columns * 4);
    kernel.multiply(addresses[0], count, depth, addresses[1], addresses[2], columns, out);
    const wanted = Array.from({ length: count * columns }, (_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      let sum = bias[column] ?? 0;
      for (let k = 0; k < depth; k++) sum += (a[row * depth + k] ?? 0) * (b[k * columns + column] ?? 0);
      return sum;
    });
    // Products are those of whole numbers of 12 bits.
    close(at(memory, out, count * columns), wanted, 1);
  });

  it('multiplies the largest numbers without an overflow', () => {
    const memory = new KernelMemory(kernel);
    const [depth, columns] = [2 * WIDTH, 32];
    const matrix = new Float32Array(depth * columns).fill(-3);
    const a = memory.keep(new Float32Array(depth).fill(1e6));
    const [b, bias] = [memory.keep(pack(matrix, depth, columns)), memory.keep(new Float32Array(columns))];
    const out = memory.take(columns * 4);
    kernel.multiply(a, 1, depth, b, bias, columns, out);
    for (const value of at(memory, out, columns)) expect(value / (-3e6 * depth)).toBeCloseTo(1, 5);
  });

  it('sums rows of the table, normalizes and rectifies them', () => {
    const memory = new KernelMemory(kernel);
    const table = Int8Array.from({ length: 3 * WIDTH }, () => Math.floor(random() * 255) - 127);
    const scales = Float32Array.of(0.01, 0.02, 0.03);
    const [gamma, beta] = [numbers(WIDTH), numbers(WIDTH)];
    const addresses = [table, scales, gamma, beta].map(values => memory.keep(values));
    const [tableAt = 0, scalesAt = 0, gammaAt = 0, betaAt = 0] = addresses;
    const rows = memory.take(3 * 4);
    const ends = memory.take(2 * 4);
    const out = memory.take(2 * WIDTH * 4);
    memory.integers.set([2, 0, 1], rows / 4);
    memory.integers.set([2, 3], ends / 4);
    kernel.embed(tableAt, scalesAt, rows, ends, 2, gammaAt, betaAt, out);
    const row = (number: number) =>
      Array.from({ length: WIDTH }, (_, d) => (table[number * WIDTH + d] ?? 0) * (scales[number] ?? 0));
    const first = row(2).map((value, d) => value + (row(0)[d] ?? 0));
    const rectified = [first, row(1)].flatMap(values =>
      normalized(values, gamma, beta).map(value => Math.max(0, value)),
    );
    close(at(memory, out, 2 * WIDTH), rectified);
  });

  it('weighs tokens by their keys and by how near they stand to marks', () => {
    const memory = new KernelMemory(kernel);
    const [queries, count, farthest, heads] = [2, 5, 2, 4];
    const [q, k, v] = [numbers(queries * WIDTH), numbers(count * WIDTH), numbers(count * WIDTH)];
    const nearness = numbers(2 * (2 * farthest + 1) * heads).map(value => 20 * value);
    const addresses = [q, k, v, nearness].map(values => memory.keep(values));
    const [qAt = 0, kAt = 0, vAt = 0, nearnessAt = 0] = addresses;
    const marks = [0, 4, 3, 1];
    const marksAt = memory.take(marks.length * 4);
    const spare = memory.take(count * heads * 4);
    const out = memory.take(queries * WIDTH * 4);
    memory.integers.set(marks, marksAt / 4);
    kernel.attend(qAt, queries, kAt, vAt, count, marksAt, 2, nearnessAt, farthest, spare, out);
    const clamp = (way: number) => Math.max(-farthest, Math.min(farthest, way)) + farthest;
    const wanted = Array.from({ length: queries * WIDTH }, (_, place) => {
      const [reading, d] = [Math.floor(place / WIDTH), place % WIDTH];
      const head = d % heads;
      const weights = Array.from({ length: count }, (_, token) => {
        let score = 0;
        for (let c = head; c < WIDTH; c += heads)
          score += (q[reading * WIDTH + c] ?? 0) * (k[token * WIDTH + c] ?? 0);
        for (let mark = 0; mark < 2; mark++) {
          const way = clamp(token - (marks[reading * 2 + mark] ?? 0));
          score += nearness[(mark * (2 * farthest + 1) + way) * heads + head] ?? 0;
        }
        return Math.exp(score);
      });
      const sum = weights.reduce((a, b) => a + b);
      return weights.reduce((mean, weight, token) => mean + (weight / sum) * (v[token * WIDTH + d] ?? 0), 0);
    });
    close(at(memory, out, queries * WIDTH), wanted);
  });

  it('looks around each token as far as the dilation says, and not beyond the sentence', () => {
    const memory = new KernelMemory(kernel);
    const [count, taps, dilation] = [6, 5, 2];
    const x = numbers(count * WIDTH);
    const [tapWeights, tapBias, mix, mixBias, gamma, beta] = [
      numbers(taps * WIDTH),
      numbers(WIDTH),
      numbers(WIDTH * WIDTH),
      numbers(WIDTH),
      numbers(WIDTH),
      numbers(WIDTH),
    ];
    const packed = pack(mix, WIDTH, WIDTH);
    const addresses = [tapWeights, tapBias, packed, mixBias, gamma, beta, x].map(values =>
      memory.keep(values),
    );
    const [tapsAt = 0, tapBiasAt = 0, mixAt = 0, mixBiasAt = 0, gammaAt = 0, betaAt = 0, xAt = 0] = addresses;
    const spare = memory.take(2 * count * WIDTH * 4);
    kernel.layer(xAt, count, tapsAt, taps, dilation, tapBiasAt, mixAt, mixBiasAt, gammaAt, betaAt, spare);
    const wanted = Array.from({ length: count }, (_, token) => {
      const near = Array.from({ length: WIDTH }, (_, d) => {
        let sum = tapBias[d] ?? 0;
        for (let tap = 0; tap < taps; tap++)
          sum += (x[(token + (tap - 2) * dilation) * WIDTH + d] ?? 0) * (tapWeights[tap * WIDTH + d] ?? 0);
        return sum;
      });
      const sums = Array.from({ length: WIDTH }, (_, d) => {
        let sum = mixBias[d] ?? 0;
        for (let k = 0; k < WIDTH; k++) sum += (near[k] ?? 0) * (mix[k * WIDTH + d] ?? 0);
        return (x[token * WIDTH + d] ?? 0) + Math.max(0, sum);
      });
      return normalized(sums, gamma, beta);
    }).flat();
    close(at(memory, xAt, count * WIDTH), wanted, 2);
  });

  it('takes means of what stands between two tokens', () => {
    const memory = new KernelMemory(kernel);
    const count = 5;
    const x = numbers(count * WIDTH);
    const xAt = memory.keep(x);
    const sums = memory.take((count + 1) * WIDTH * 8);
    const out = memory.take(2 * WIDTH * 4);
    kernel.accumulate(xAt, count, sums);
    kernel.average(sums, 2, 5, out);
    kernel.average(sums, 3, 3, out + WIDTH * 4);
    const mean = Array.from({ length: WIDTH }, (_, d) =>
      [2, 3, 4].reduce((sum, token) => sum + (x[token * WIDTH + d] ?? 0) / 3, 0),
    );
    close(at(memory, out, 2 * WIDTH), [...mean, ...new Array(WIDTH).fill(0)]);
  });

  it('joins vectors by their addresses', () => {
    const memory = new KernelMemory(kernel);
    const [z, parts, rows] = [numbers(2 * WIDTH), numbers(2 * WIDTH), numbers(4 * WIDTH)];
    const [zAt = 0, partsAt = 0, rowsAt = 0] = [z, parts, rows].map(values => memory.keep(values));
    const order = [0, 1, 2, 3, 0, 2];
    const list = memory.take(order.length * 4);
    memory.integers.set(
      order.map(row => rowsAt + row * WIDTH * 4),
      list / 4,
    );
    const row = (number: number, d: number) => rows[(order[number] ?? 0) * WIDTH + d] ?? 0;
    const vector = (number: number, d: number) => number * WIDTH + d;
    const joined = [0, 1].flatMap(number =>
      Array.from({ length: WIDTH }, (_, d) => {
        const own = (z[vector(number, d)] ?? 0) + (parts[vector(number, d)] ?? 0);
        return Math.max(
          0,
          [0, 1, 2].reduce((sum, place) => sum + row(3 * number + place, d), own),
        );
      }),
    );
    kernel.join(zAt, 2, partsAt, list, 3);
    close(at(memory, zAt, 2 * WIDTH), joined);
    kernel.addEach(zAt, 2, list);
    close(
      at(memory, zAt, 2 * WIDTH),
      joined.map((value, index) => value + row(Math.floor(index / WIDTH), index % WIDTH)),
    );
    const products = joined.slice(0, WIDTH).map((value, d) => (value + row(0, d)) * (parts[d] ?? 0));
    close([kernel.dot(zAt, partsAt, 2)], [products.reduce((sum, product) => sum + product, 2)]);
  });
});

function normalized(values: readonly number[], gamma: Float32Array, beta: Float32Array): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map(
    (value, d) => ((value - mean) / Math.sqrt(variance + EPSILON)) * (gamma[d] ?? 0) + (beta[d] ?? 0),
  );
}

describe('the weights', () => {
  it('say when they are cut off', () => {
    const bytes = read('encoder.ar.bin');
    expect(() => parseEncoderWeights(bytes.subarray(0, bytes.length - 1))).toThrow(/cut off/);
    expect(() => parseEncoderWeights(bytes).tensor('nothing')).toThrow(/lack nothing/);
  });

  it('are transposed by rows and columns', () => {
    expect([...transpose({ shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) })]).toEqual([
      1, 4, 2, 5, 3, 6,
    ]);
  });
});

describe('the encoder', () => {
  const { recognize, judge } = createSteps(loadSchema());
  const scoresOf = (text: string) =>
    judge(recognize({ id: 'a', title: 'خبر', text, language: 'ar' })).events.flatMap(({ places }) =>
      places.map(({ score }) => score),
    );

  it('gives the same scores whatever was read before, long sentences included', () => {
    const text =
      'زار الرئيس الروسي فلاديمير بوتين الصين وبحث مع نظيره الصيني شي جين بينغ التعاون بين البلدين.';
    const first = scoresOf(text);
    expect(first.length).toBeGreaterThan(0);
    scoresOf(`${'انتقدت إيران الولايات المتحدة وهددت تركيا '.repeat(300)}.`);
    expect(scoresOf(text)).toEqual(first);
  });

  it('takes the words between two names into its scores', () => {
    const score = (verb: string) => Math.max(...scoresOf(`${verb} فرنسا روسيا أمس.`), -9);
    expect(score('انتقدت')).toBeGreaterThan(score('وصفت'));
  });
});
