import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fingerprintOf, type Signature, signatureOf } from '../ingest/signature.js';
import type { Article, Extraction, Extractor } from '../model.js';

/** Articles to extract in one go: so many that handing them to a thread costs little. */
export interface Batch {
  readonly articles: readonly Article[];
  /** Whether the lines come packed, to be kept. */
  readonly pack: boolean;
}

export interface ExtractedLine {
  readonly signature: Signature;
  readonly line: Uint8Array;
}

export type Extracted =
  | ExtractedLine
  /** Why the extractor gave up on the article. */
  | { readonly failed: string };

/** Extracts a batch: for each article its signature and its extraction as a line of JSON. */
export async function extractBatch(extract: Extractor, { articles, pack }: Batch): Promise<Extracted[]> {
  const results: Extracted[] = [];
  for (const article of articles) {
    try {
      results.push(extractedLine(article, await extract(article), pack));
    } catch (error) {
      results.push({
        failed: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error),
      });
    }
  }
  return results;
}

/** An article's extraction as a line, with the article's signature. */
export function extractedLine(article: Article, extraction: Extraction, pack: boolean): ExtractedLine {
  const signature = signatureOf(article);
  const line = Buffer.from(lineOf({ ...extraction, fingerprint: fingerprintOf(signature) }));
  return {
    signature: { ...signature, content: contentHash(line) },
    line: pack ? packLine(line) : line,
  };
}

/**
 * Results of a batch with all lines in one buffer. A message between threads copies the whole buffer behind
 * each piece, and packed lines come in buffers that are several times as large.
 */
export function inOneBuffer(results: readonly Extracted[]): Extracted[] {
  const all = Buffer.concat(results.flatMap(result => ('line' in result ? [result.line] : [])));
  let end = 0;
  return results.map(result => {
    if (!('line' in result)) return result;
    const start = end;
    end += result.line.length;
    return { ...result, line: all.subarray(start, end) };
  });
}

/** What came of an article, by its place in the batch. */
export function resultAt(results: readonly Extracted[], index: number): Extracted {
  return results[index] ?? { failed: 'no answer came' };
}

/** An extraction as a line of JSON, without its end. */
export function lineOf(extraction: Extraction): string {
  return JSON.stringify(extraction);
}

export function contentHash(line: string | Uint8Array): string {
  return hash('sha256', line, 'hex').slice(0, 16);
}

export function packLine(line: string | Uint8Array): Uint8Array {
  // Most packed lines fit into a chunk; one of the size by default takes longer to come by than to fill.
  return deflateRawSync(line, { level: 1, memLevel: 7, windowBits: 13, chunkSize: 4096 });
}

export function unpackLine(packed: Uint8Array): Buffer {
  return inflateRawSync(packed);
}
