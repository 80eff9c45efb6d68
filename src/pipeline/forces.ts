import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { applyForces, type ForceWork, type Places } from '../graph/forces.js';
import { threadProgram } from './threads.js';

/** From so many nodes on, a thread for moving them is worth its start. */
const WORTH_A_THREAD = 3000;

/** Moves the nodes of a graph; with more than one worker and many nodes, in another thread. */
export async function moveNodes(work: ForceWork, workers: number): Promise<Places> {
  const isLarge = work.places.x.length >= WORTH_A_THREAD;
  const program = workers > 1 && isLarge ? threadProgram('forces-worker') : undefined;
  if (program === undefined) return applyForces(work);
  const worker = new Worker(program, { workerData: work });
  try {
    const [places] = (await once(worker, 'message')) as [Places];
    return places;
  } finally {
    await worker.terminate();
  }
}
