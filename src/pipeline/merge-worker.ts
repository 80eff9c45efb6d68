/** What runs beside the thread that makes the graph: gives a block of lines, decoded, each time it is asked for one. */
import { parentPort, workerData } from 'node:worker_threads';
import { type MergeItem, mergedBlocks } from './merge-lines.js';

const blocks = mergedBlocks(workerData as readonly MergeItem[]);

parentPort?.on('message', () => {
  const { value } = blocks.next();
  parentPort?.postMessage(value, value ? [value.bytes.buffer] : []);
});
