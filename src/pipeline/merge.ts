import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { GraphBuilder } from '../graph/index.js';
import type { DuplicateGroup } from '../ingest/duplicates.js';
import { extractionsIn, type MergedBlock, type MergeItem, mergedBlocks } from './merge-lines.js';
import type { KeptArticle, Store } from './store.js';
import { threadProgram } from './threads.js';

export const EXTRACTIONS = 'extractions.ndjson';

/** From so many articles on, a thread for reading them is worth its start. */
const WORTH_A_THREAD = 1000;
/** Blocks that the thread may be ahead. */
const AHEAD = 4;

/**
 * The lines of `extractions.ndjson`, an article each, in the order of the groups. On its way each extraction
 * is added to the graph, so that memory holds a few blocks of lines. With more than one worker, another thread
 * reads and unpacks them.
 */
export async function* mergeExtractions(
  groups: readonly DuplicateGroup<KeptArticle>[],
  store: Store,
  builder: GraphBuilder,
  workers: number,
): AsyncGenerator<Uint8Array> {
  const items = groups.map(group => toItem(group, store));
  const program = workers > 1 && items.length >= WORTH_A_THREAD ? threadProgram('merge-worker') : undefined;
  for await (const block of program ? blocksOfThread(program, items) : mergedBlocks(items)) {
    // First, so that it is written meanwhile.
    yield block.bytes;
    for (const extraction of extractionsIn(block)) builder.add(extraction);
  }
}

function toItem({ representative, id, copies }: DuplicateGroup<KeptArticle>, store: Store): MergeItem {
  const body = store.body(representative);
  const isAsRead = representative.id === id && copies.length === 0 && representative.copies === undefined;
  return isAsRead ? { body } : { body, group: { id, copies } };
}

async function* blocksOfThread(program: string, items: readonly MergeItem[]): AsyncGenerator<MergedBlock> {
  const worker = new Worker(program, { workerData: items });
  try {
    const answers = on(worker, 'message') as AsyncIterable<[MergedBlock | undefined]>;
    for (let asked = 0; asked < AHEAD; asked++) worker.postMessage('next');
    for await (const [block] of answers) {
      if (block === undefined) return;
      worker.postMessage('next');
      yield block;
    }
  } finally {
    await worker.terminate();
  }
}
