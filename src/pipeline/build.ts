import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import type { Exporter } from '../export/index.js';
import { type StagedFiles, stageFiles, writeError } from '../export/write.js';
import { createGraphBuilder, measureGraph } from '../graph/index.js';
import { type DuplicateGroup, groupDuplicates } from '../ingest/duplicates.js';
import type { IngestOptions, SkippedItem } from '../ingest/index.js';
import type { RelationGraph } from '../model.js';
import type { Schema } from '../schema/types.js';
import { type Collected, collectArticles } from './collect.js';
import { collectExtractions } from './extraction-files.js';
import { moveNodes } from './forces.js';
import { makerOf } from './maker.js';
import { EXTRACTIONS, mergeExtractions } from './merge.js';
import { createRunner } from './runner.js';
import { createSkippedLog, type SkippedLog, skippedLine } from './skipped.js';
import { type KeptArticle, openStore, STORE, type Store } from './store.js';
import { defaultWorkers } from './threads.js';

export interface BuildOptions {
  /** The formats of the graph, each written as `graph.…` beside `extractions.ndjson` and `skipped.ndjson`. */
  readonly exporters: readonly Exporter[];
  readonly ingest?: IngestOptions;
  /** Threads; as many as there are cores by default. The result does not depend on it. */
  readonly workers?: number;
  /** Whether to pass over what an earlier build kept in the folder. */
  readonly fresh?: boolean;
  /** Whether the paths hold extractions instead of articles. */
  readonly fromExtractions?: boolean;
  /** Takes what is left out; by default it is only counted. */
  readonly skipped?: SkippedLog;
  /** Called with what is being done, often. */
  readonly onProgress?: (text: string) => void;
}

export interface BuildResult {
  readonly graph: RelationGraph;
  readonly articles: number;
  /** Articles that were copies of others. */
  readonly copies: number;
  /** Articles that were extracted; the others were kept from an earlier build. */
  readonly extracted: number;
  /** Names of the files, in the order in which they were made. */
  readonly files: readonly string[];
}

/**
 * The main job: articles in, a knowledge graph and its extractions out. What the folder keeps of earlier
 * builds is used where it still holds, and the result is that of a build from scratch. The files appear
 * together when all of them are whole; until then those of the last build stay.
 *
 * Throws a {@link UserError} where there is no article or the folder cannot be written to.
 */
export async function buildInto(
  folder: string,
  paths: readonly string[],
  schema: Schema,
  options: BuildOptions,
): Promise<BuildResult> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw writeError(error, folder);
  }
  const { fromExtractions = false, fresh = false } = options;
  const maker = fromExtractions ? 'extractions' : makerOf(schema, options.ingest);
  const staged = await stageFiles(folder, join(folder, STORE));
  const store = await openStore(folder, maker, fresh || fromExtractions);
  try {
    return await build(paths, schema, options, store, staged);
  } finally {
    await store.close();
    await staged.discard();
  }
}

async function build(
  paths: readonly string[],
  schema: Schema,
  options: BuildOptions,
  store: Store,
  staged: StagedFiles,
): Promise<BuildResult> {
  const progress = options.onProgress ?? (() => undefined);
  const faults = await staged.open('skipped.ndjson');
  const collected = await collect(paths, schema, options, store, faults.write);
  await faults.close();
  if (collected.articles.length === 0) throw new UserError(`no article found in ${paths.join(', ')}`);
  const groups = groupDuplicates(collected.articles);
  progress(`merging ${groups.length} articles`);
  const { graph, placed, digest } = await merge(groups, schema, store, staged, options.workers);
  const files = options.exporters.flatMap(exporter => exporter.files(graph, schema, { placed }));
  const names = files.map(({ suffix }) => `graph${suffix}`);
  progress(`writing ${names.join(', ')}`);
  // Together, so that one is made while another is packed or goes to the disk.
  const written = files.map(async ({ suffix, chunks, waits = false }) => {
    if (!waits) await placed;
    await staged.write(`graph${suffix}`, chunks);
  });
  await allDone([placed, ...written]);
  await staged.commit();
  await store.finish(collected.articles, collected.files, digest);
  return {
    graph,
    articles: groups.length,
    copies: collected.articles.length - groups.length,
    extracted: collected.extracted,
    files: [EXTRACTIONS, ...names, 'skipped.ndjson'],
  };
}

/** A function of its own, so that what the graph is made from can be forgotten before the graph is written. */
async function merge(
  groups: readonly DuplicateGroup<KeptArticle>[],
  schema: Schema,
  store: Store,
  staged: StagedFiles,
  workers: number = defaultWorkers(),
): Promise<Merged> {
  const builder = createGraphBuilder(schema);
  const digest = createHash('sha256');
  const lines = mergeExtractions(groups, store, builder, workers);
  await staged.write(EXTRACTIONS, digested(lines, digest));
  const { graph, work, place } = measureGraph(builder);
  const placed = moveNodes(work, workers).then(place);
  // A failure is thrown where the positions are awaited.
  placed.catch(() => undefined);
  return { graph, placed, digest: digest.digest('hex') };
}

interface Merged {
  readonly graph: RelationGraph;
  /** When the nodes have their positions. */
  readonly placed: Promise<void>;
  /** The SHA-256 of `extractions.ndjson`. */
  readonly digest: string;
}

async function collect(
  paths: readonly string[],
  schema: Schema,
  options: BuildOptions,
  store: Store,
  writeFault: (line: string) => Promise<void>,
): Promise<Collected> {
  const log = options.skipped ?? createSkippedLog();
  const collectOptions = {
    ingest: options.ingest ?? {},
    async onSkip(item: SkippedItem) {
      log.add(item);
      await writeFault(skippedLine(item));
    },
    onProgress: (articles: number) => options.onProgress?.(`read ${articles} articles`),
  };
  if (options.fromExtractions) return collectExtractions(paths, schema, store, collectOptions);
  const runner = createRunner(schema, options.workers);
  try {
    return await collectArticles(paths, store, runner, collectOptions);
  } finally {
    await runner.close();
  }
}

/** Waits until nothing is under way any more, also where something fails. */
async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

async function* digested(
  blocks: AsyncIterable<Uint8Array>,
  digest: { update(block: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    digest.update(block);
    yield block;
  }
}
