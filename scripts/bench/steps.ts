/** One measured step in a process of its own, so that its memory is its own: `steps.ts STEP FILE THREADS FOLDER`. */
import { optimizeLater } from '../../src/cli/compiler.js';
import { exporterNamed } from '../../src/export/index.js';
import { createExtractor } from '../../src/extract/extractor.js';
import { readArticles } from '../../src/ingest/index.js';
import { type Article, fullText } from '../../src/model.js';
import { buildInto } from '../../src/pipeline/build.js';
import { createRunner } from '../../src/pipeline/runner.js';
import { extractInOrder, type Work } from '../../src/pipeline/stream.js';
import { loadSchema } from '../../src/schema/index.js';

export interface Measured {
  readonly seconds: number;
  /** Of the processor, on all cores: what the step would cost on a machine that does nothing else. */
  readonly work: number;
  readonly articles: number;
  /** Of the articles' texts, in UTF-8. */
  readonly bytes: number;
  readonly tokens: number;
  /** Highest resident memory of the process, in bytes. */
  readonly memory: number;
  /** Of a build: the size of its graph. */
  readonly graph?: { readonly nodes: number; readonly edges: number };
  /** Seconds for a tenth of the articles and for all, by an extractor that has read three other tenths before. */
  readonly growth?: { readonly tenth: number; readonly all: number };
}

/** Words with their marks, numbers, and every other sign by itself. */
const TOKEN = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;

const [step = '', file = '', threads = '1', folder = ''] = process.argv.slice(2);
const schema = loadSchema();
const articles: Article[] = [];
if (step !== 'build')
  for await (const item of readArticles([file])) if (item.kind === 'article') articles.push(item.article);
const texts = articles.map(article => Buffer.from(fullText(article)));

const STEPS: Readonly<Record<string, () => Promise<object | undefined>>> = {
  async baseline() {
    const decoder = new TextDecoder();
    for (const text of texts) decoder.decode(text).match(TOKEN);
    return undefined;
  },
  async read() {
    for await (const _ of readArticles([file]));
    return undefined;
  },
  async extract() {
    const runner = createRunner(schema, Number(threads));
    for await (const _ of extractInOrder(works(), runner, false));
    await runner.close();
    return undefined;
  },
  async extractor() {
    const extract = createExtractor(schema);
    for (const article of articles) extract(article);
    return undefined;
  },
  async growth() {
    const extract = createExtractor(schema);
    const timed = (some: readonly Article[]) => {
      const began = performance.now();
      for (const article of some) extract(article);
      return (performance.now() - began) / 1000;
    };
    const tenth = (number: number) => articles.filter((_, index) => index % 10 === number);
    for (const number of [0, 1, 2]) timed(tenth(number));
    return { growth: { tenth: timed(tenth(5)), all: timed(articles) } };
  },
  async build() {
    const exporters = ['json', 'gexf', 'html'].map(exporterNamed);
    const { graph } = await buildInto(folder, [file], schema, { exporters, workers: Number(threads) });
    return { graph: { nodes: graph.order, edges: graph.size } };
  },
};

async function* works(): AsyncGenerator<Work<never>> {
  for (const article of articles) yield { kind: 'article', article, file: '' };
}

// As the command line does.
optimizeLater();
const [start, before] = [performance.now(), process.cpuUsage()];
const more = await STEPS[step]?.();
const seconds = (performance.now() - start) / 1000;
const used = process.cpuUsage(before);
const memory = process.resourceUsage().maxRSS * 1024;
if (step === 'build')
  for await (const item of readArticles([file])) if (item.kind === 'article') articles.push(item.article);
const decoded = articles.map(fullText);
const measured: Measured = {
  seconds,
  work: (used.user + used.system) / 1e6,
  articles: articles.length,
  bytes: decoded.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  tokens: decoded.reduce((sum, text) => sum + (text.match(TOKEN)?.length ?? 0), 0),
  memory,
  ...more,
};
process.stdout.write(JSON.stringify(measured));
