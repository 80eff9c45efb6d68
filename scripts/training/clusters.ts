/**
 * Groups words that stand in the same contexts (Harris 1954; Clark 2003), so that the model of relations can
 * carry what it learned of one word over to its likes: مقاتلات and طائرات, ندد and شجب.
 *
 *   tsx scripts/training/clusters.ts CORPUS.jsonl.gz [--clusters 320] [--least 30]
 *
 * Each word is a vector of its neighbours' positive pointwise mutual information (two words to each side);
 * spherical k-means groups the vectors. Deterministic. Writes graph-schema/models/clusters.ar.json: words only.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clusterKey } from '../../src/extract/relations/clusters.js';
import { seededRandom } from '../../src/graph/random.js';
import { tokenize, Vocabulary } from '../../src/language/arabic/tokens.js';
import { fullText } from '../../src/model.js';
import { readCorpus } from './annotations.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { clusters: { type: 'string', default: '320' }, least: { type: 'string', default: '30' } },
});
const COUNT = Number(options.clusters);
const LEAST = Number(options.least);
const CONTEXT_WORDS = 1200;
const OFFSETS = [-2, -1, 1, 2];
const ROUNDS = 14;

const sequences = readSequences(positionals[0] ?? '');
const { words, counts } = countWords(sequences);
const vectors = vectorsOf(sequences, words, counts);
const assignment = kMeans(vectors);
const groups: string[][] = Array.from({ length: COUNT }, () => []);
words.forEach((word, index) => {
  groups[assignment[index] ?? 0]?.push(word);
});
const file = {
  description: 'Words that stand in the same contexts of Arabic news, by scripts/training/clusters.ts.',
  clusters: groups.filter(group => group.length > 0).map(group => group.join(' ')),
};
writeFileSync(
  new URL('../../graph-schema/models/clusters.ar.json', import.meta.url),
  `${JSON.stringify(file, null, 1)}\n`,
);
console.log(`${words.length} words in ${file.clusters.length} clusters`);

/** The articles as sequences of keys; punctuation marks are words too. */
function readSequences(corpus: string): { ids: Int32Array; keys: string[] } {
  const vocabulary = new Vocabulary();
  const keyOf = vocabulary.memo(clusterKey);
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const ids: number[] = [];
  for (const article of readCorpus(corpus)) {
    for (const { form } of tokenize(fullText(article), vocabulary)) {
      const key = keyOf(form);
      let number = numbers.get(key);
      if (number === undefined) {
        number = keys.length;
        keys.push(key);
        numbers.set(key, number);
      }
      ids.push(number);
    }
    ids.push(-1);
  }
  return { ids: Int32Array.from(ids), keys };
}

interface Words {
  readonly words: readonly string[];
  /** By number of the key. */
  readonly counts: Int32Array;
}

function countWords({ ids, keys }: ReturnType<typeof readSequences>): Words {
  const counts = new Int32Array(keys.length);
  for (const id of ids) if (id >= 0) counts[id] = (counts[id] ?? 0) + 1;
  const words = keys.filter((_, id) => (counts[id] ?? 0) >= LEAST).sort();
  return { words, counts };
}

interface Vectors {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly dimensions: number;
}

function vectorsOf(
  { ids, keys }: ReturnType<typeof readSequences>,
  words: readonly string[],
  counts: Int32Array,
): Vectors {
  const numbers = new Map(keys.map((key, id) => [key, id]));
  const context = new Int32Array(keys.length).fill(-1);
  [...keys.keys()]
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, CONTEXT_WORDS)
    .forEach((id, rank) => {
      context[id] = rank;
    });
  const row = new Int32Array(keys.length).fill(-1);
  words.forEach((word, index) => {
    row[numbers.get(word) ?? 0] = index;
  });
  const dimensions = CONTEXT_WORDS * OFFSETS.length;
  const cells = words.map(() => new Map<number, number>());
  const columnSums = new Float64Array(dimensions);
  const rowSums = new Float64Array(words.length);
  let total = 0;
  ids.forEach((id, at) => {
    const target = id < 0 ? -1 : (row[id] ?? -1);
    if (target < 0) return;
    OFFSETS.forEach((offset, side) => {
      const neighbour = ids[at + offset];
      const rank = neighbour === undefined || neighbour < 0 ? -1 : (context[neighbour] ?? -1);
      if (rank < 0) return;
      const column = rank * OFFSETS.length + side;
      const cell = cells[target];
      cell?.set(column, (cell.get(column) ?? 0) + 1);
      columnSums[column] = (columnSums[column] ?? 0) + 1;
      rowSums[target] = (rowSums[target] ?? 0) + 1;
      total++;
    });
  });
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  cells.forEach((cell, index) => {
    const entries = [...cell]
      .map(([column, count]): [number, number] => [
        column,
        Math.log((count * total) / ((rowSums[index] ?? 1) * (columnSums[column] ?? 1))) *
          Math.min(1, count / 3),
      ])
      .filter(([, value]) => value > 0)
      .sort(([a], [b]) => a - b);
    const norm = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    for (const [column, value] of entries) {
      columns.push(column);
      values.push(value / norm);
    }
    starts.push(columns.length);
  });
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
    dimensions,
  };
}

function kMeans({ starts, columns, values, dimensions }: Vectors): Int32Array {
  const count = starts.length - 1;
  const random = seededRandom(11);
  const centers = new Float32Array(dimensions * COUNT);
  for (let center = 0; center < COUNT; center++) {
    const pick = Math.floor(random() * count);
    for (let at = starts[pick] ?? 0; at < (starts[pick + 1] ?? 0); at++)
      centers[(columns[at] ?? 0) * COUNT + center] = values[at] ?? 0;
  }
  const assignment = new Int32Array(count);
  const scores = new Float32Array(COUNT);
  for (let round = 0; round < ROUNDS; round++) {
    for (let index = 0; index < count; index++) {
      scores.fill(0);
      for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) {
        const base = (columns[at] ?? 0) * COUNT;
        const value = values[at] ?? 0;
        for (let center = 0; center < COUNT; center++)
          scores[center] = (scores[center] ?? 0) + value * (centers[base + center] ?? 0);
      }
      let best = 0;
      for (let center = 1; center < COUNT; center++)
        if ((scores[center] ?? 0) > (scores[best] ?? 0)) best = center;
      assignment[index] = best;
    }
    centers.fill(0);
    const norms = new Float64Array(COUNT);
    for (let index = 0; index < count; index++) {
      const center = assignment[index] ?? 0;
      for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) {
        const cell = (columns[at] ?? 0) * COUNT + center;
        centers[cell] = (centers[cell] ?? 0) + (values[at] ?? 0);
      }
    }
    for (let cell = 0; cell < centers.length; cell++)
      norms[cell % COUNT] = (norms[cell % COUNT] ?? 0) + (centers[cell] ?? 0) ** 2;
    for (let cell = 0; cell < centers.length; cell++)
      centers[cell] = (centers[cell] ?? 0) / (Math.sqrt(norms[cell % COUNT] ?? 1) || 1);
  }
  return assignment;
}
