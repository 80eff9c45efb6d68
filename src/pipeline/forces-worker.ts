/** What runs beside the thread that writes the graph: moves its nodes. */
import { parentPort, workerData } from 'node:worker_threads';
import { applyForces, type ForceWork } from '../graph/forces.js';

parentPort?.postMessage(applyForces(workerData as ForceWork));
