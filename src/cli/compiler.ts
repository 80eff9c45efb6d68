import { setFlagsFromString } from 'node:v8';

/** Bytes of code that a function runs before V8 optimizes it: six times as many as by default. */
const BUDGET = 400_000;

/**
 * Makes V8 wait longer before it optimizes functions, in all threads. Extraction runs hundreds of them over ever new
 * words: what is optimized early is soon thrown away and done again, in each thread. A thousand articles take a
 * sixth less time so. Measured with the V8 of Node 20; later ones weigh this otherwise and stay as they are.
 */
export function optimizeLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
