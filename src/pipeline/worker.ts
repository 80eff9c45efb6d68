/** What runs in a worker thread: makes its own extractor once, then extracts batch after batch. */
import { Tinypool } from 'tinypool';
import { createExtractor } from '../extract/extractor.js';
import type { Schema } from '../schema/types.js';
import { type Batch, type Extracted, extractBatch, inOneBuffer } from './batch.js';

const extract = createExtractor((Tinypool.workerData as { readonly schema: Schema }).schema);

export default async (batch: Batch): Promise<Extracted[]> => inOneBuffer(await extractBatch(extract, batch));
