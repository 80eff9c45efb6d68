import { type IngestOptions, readArticles, type SkippedItem } from '../ingest/index.js';
import type { Extraction } from '../model.js';
import type { Schema } from '../schema/types.js';
import { createRunner } from './runner.js';
import { extractInOrder, type Work } from './stream.js';

export interface ExtractOptions {
  readonly ingest?: IngestOptions;
  /** Threads; as many as there are cores by default. The result does not depend on it. */
  readonly workers?: number;
}

export type ExtractItem =
  /** The extraction as a line of JSON in UTF-8, without its end. */
  { readonly kind: 'line'; readonly line: Uint8Array } | SkippedItem;

/**
 * Reads paths and extracts every article, one by itself and copies too: a line for each, in the order of the
 * articles, as they are read.
 */
export async function* extractLines(
  paths: readonly string[],
  schema: Schema,
  { ingest, workers }: ExtractOptions = {},
): AsyncGenerator<ExtractItem> {
  const runner = createRunner(schema, workers);
  try {
    for await (const done of extractInOrder(worksOf(paths, ingest), runner, false)) {
      if (done.kind === 'skipped') yield done;
      else if (done.kind === 'pass') yield done.value;
      else yield { kind: 'line', line: done.result.line };
    }
  } finally {
    await runner.close();
  }
}

async function* worksOf(paths: readonly string[], ingest?: IngestOptions): AsyncGenerator<Work<SkippedItem>> {
  for await (const item of readArticles(paths, ingest)) {
    if (item.kind === 'article') yield item;
    else yield { kind: 'pass', value: item };
  }
}

/** Reads paths and extracts every article, as {@link extractLines} does, passing over what cannot be read. */
export async function* extractArticles(
  paths: readonly string[],
  schema: Schema,
  options: ExtractOptions = {},
): AsyncGenerator<Extraction> {
  for await (const item of extractLines(paths, schema, options)) {
    if (item.kind === 'line') yield JSON.parse(Buffer.from(item.line).toString('utf8')) as Extraction;
  }
}
