/** The graphs that the readers are given, and files of them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll } from 'vitest';
import type { Exporter, ExportOptions } from '../../src/export/exporter.js';
import { createGraphBuilder, finishGraph } from '../../src/graph/index.js';
import type { RelationGraph } from '../../src/model.js';
import { extractArticles } from '../../src/pipeline/extract.js';
import { loadSchema } from '../../src/schema/index.js';
import { collectOne } from '../support/collect.js';
import { hostileGraph } from '../support/hostile-graph.js';
import { sampleGraph } from '../support/sample-graph.js';

/** The sample, and the graph of the example articles. */
export function honestGraphs(): Promise<RelationGraph[]> {
  made ??= makeGraphs();
  return made;
}

let made: Promise<RelationGraph[]> | undefined;

async function makeGraphs(): Promise<RelationGraph[]> {
  const schema = loadSchema();
  const examples = fileURLToPath(new URL('../../examples/articles', import.meta.url));
  const builder = createGraphBuilder(schema);
  for await (const extraction of extractArticles([examples], schema)) builder.add(extraction);
  return [sampleGraph(), finishGraph(builder)];
}

/** Graphs with names that try to break the formats: the same ones at each run. */
export function hostileGraphs(count: number): RelationGraph[] {
  return fc.sample(hostileGraph, { numRuns: count, seed: 11 });
}

const folder = mkdtempSync(join(tmpdir(), 'rawabit-interop-'));
let written = 0;

/** Writes what the exporter makes of the graph to a temporary file, and gives its path. */
export function fileOf(exporter: Exporter, graph: RelationGraph, options: ExportOptions = {}): string {
  const [{ suffix } = { suffix: '' }] = exporter.files(graph, loadSchema(), options);
  written += 1;
  const path = join(folder, `graph-${written}${suffix}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, collectOne(exporter, graph, options));
  return path;
}

/** To be called by each test file. */
export function removeFilesAfterwards(): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}
