import { createExtractor } from '../extract/extractor.js';
import { groupDuplicates, type Signature, signatureOf } from '../ingest/duplicates.js';
import { type IngestOptions, readArticles, type SkippedItem } from '../ingest/index.js';
import type { Extraction } from '../model.js';
import type { Schema } from '../schema/types.js';

export interface ExtractOptions {
  readonly ingest?: IngestOptions;
  /** Called after each article, with the number read so far. */
  readonly onProgress?: (articles: number) => void;
}

export interface ExtractResult {
  /** Sorted by article id; copies of the same article are one. */
  readonly extractions: Extraction[];
  readonly skipped: SkippedItem[];
  /** How many articles were copies of others. */
  readonly copies: number;
}

/** Reads paths and extracts every article once. */
export async function extractAll(
  paths: readonly string[],
  schema: Schema,
  options: ExtractOptions = {},
): Promise<ExtractResult> {
  const extract = createExtractor(schema);
  const found = new Map<string, Extraction>();
  const signatures: Signature[] = [];
  const skipped: SkippedItem[] = [];
  for await (const item of readArticles(paths, options.ingest)) {
    if (item.kind === 'skipped') {
      skipped.push(item);
      continue;
    }
    const signature = signatureOf(item.article);
    signatures.push(signature);
    if (!found.has(signature.key)) found.set(signature.key, extract(item.article));
    options.onProgress?.(signatures.length);
  }
  const extractions: Extraction[] = [];
  for (const { representative, id, copies } of groupDuplicates(signatures)) {
    const extraction = found.get(representative.key);
    if (!extraction) continue;
    const { entities, relations, copies: _, ...meta } = extraction;
    extractions.push({ ...meta, doc: id, ...(copies.length > 0 && { copies }), entities, relations });
  }
  return { extractions, skipped, copies: signatures.length - extractions.length };
}
