import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** As many threads as the machine has cores. */
export function defaultWorkers(): number {
  return availableParallelism();
}

/** The compiled program of a thread, also where this file runs uncompiled; nothing where it was not compiled. */
export function threadProgram(name: 'worker' | 'merge-worker' | 'forces-worker'): string | undefined {
  const path = fileURLToPath(new URL(`../../dist/pipeline/${name}.js`, import.meta.url));
  return existsSync(path) ? path : undefined;
}
