/**
 * How fast reading, extraction and the whole build are: `npm run bench [-- --articles N]`.
 *
 * Every rate also stands as its share of a baseline in the same run, which only decodes the same text and
 * splits it with a regular expression: rates depend on the machine and what else it does, shares much less.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { writeSample } from './bench/articles.js';
import type { Measured } from './bench/steps.js';

const STEPS = fileURLToPath(new URL('./bench/steps.ts', import.meta.url));
const run = promisify(execFile);

const { values } = parseArgs({ options: { articles: { type: 'string' } } });
const folder = await mkdtemp(join(tmpdir(), 'rawabit-bench-'));
const cores = availableParallelism();
try {
  const { all, tenth, what } = await writeSample(folder, Number(values.articles ?? Number.POSITIVE_INFINITY));
  print(
    `${what}; ${cores} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}\n`,
  );
  print(row('', 'seconds', 'CPU seconds', 'articles/s', 'MB/s', 'tokens/s', 'of baseline', 'peak memory'));
  const baseline = await measure('baseline', 'baseline', tenth, 1);
  const many = `${cores} threads`;
  await measure('reading', 'read', all, 1, baseline);
  await measure('extractor alone', 'extractor', tenth, 1, baseline);
  await measure('extraction, 1 thread', 'extract', tenth, 1, baseline);
  await measure(`extraction, ${many}`, 'extract', tenth, cores, baseline);
  const small = await measure(`build of a tenth, ${many}`, 'build', tenth, cores, baseline);
  await measure('build, 1 thread', 'build', all, 1, baseline);
  const large = await measure(`build, ${many}`, 'build', all, cores, baseline);
  const { growth } = await measure('extractor, once warm', 'growth', all, 1, baseline);
  const times = (more: number, less: number) => (more / less).toFixed(1);
  print(
    `\n${times(large.bytes, small.bytes)} times the text took a build ${times(large.seconds, small.seconds)} times as long, start included,`,
  );
  if (growth) print(`and an extractor that is warm ${times(growth.all, growth.tenth)} times`);
  print(`graph of all: ${large.graph?.nodes} nodes, ${large.graph?.edges} edges`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(
  name: string,
  step: string,
  file: string,
  threads: number,
  baseline?: Measured,
): Promise<Measured> {
  const output = join(folder, `output-${name.replace(/\W+/gu, '-')}`);
  const args = ['--import', 'tsx', STEPS, step, file, String(threads), output];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 20 });
  const measured = JSON.parse(stdout) as Measured;
  const { seconds, work, articles, bytes, tokens, memory } = measured;
  const share = baseline && bytes / seconds / (baseline.bytes / baseline.seconds);
  print(
    row(
      name,
      seconds.toFixed(1),
      work.toFixed(1),
      (articles / seconds).toFixed(0),
      (bytes / seconds / 1e6).toFixed(2),
      (tokens / seconds).toFixed(0),
      share === undefined ? '1' : share.toFixed(3),
      `${(memory / 1e6).toFixed(0)} MB`,
    ),
  );
  return measured;
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(28) + cells.map(cell => cell.padStart(12)).join('');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
