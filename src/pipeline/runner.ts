import { createExtractor } from '../extract/extractor.js';
import type { Extractor } from '../model.js';
import type { Schema } from '../schema/types.js';
import { type Batch, type Extracted, extractBatch } from './batch.js';
import { withoutRepeats } from './repeats.js';
import { defaultWorkers, threadProgram } from './threads.js';

/** Extracts batches, in this thread or in others. */
export interface Runner {
  /** How many batches are worth having under way. */
  readonly width: number;
  /** `full` says that the input is large enough to be worth starting threads for. */
  run(batch: Batch, full: boolean): Promise<Extracted[]>;
  close(): Promise<void>;
}

/** Makes a runner, which extracts a text once where it comes several times. */
export function createRunner(schema: Schema, workers: number = defaultWorkers()): Runner {
  return withoutRepeats(createExtractingRunner(schema, workers));
}

/** With one worker, or while the input is small, everything happens in this thread. */
function createExtractingRunner(schema: Schema, workers: number): Runner {
  let local: Extractor | undefined;
  let pool: Promise<Pool> | undefined;
  const program = workers > 1 ? threadProgram('worker') : undefined;
  const threads = program === undefined ? 1 : workers;
  return {
    width: threads === 1 ? 1 : threads * 2 + 1,
    async run(batch, full) {
      if (program === undefined || (pool === undefined && !full)) {
        local ??= createExtractor(schema);
        return extractBatch(local, batch);
      }
      pool ??= startPool(program, schema, threads);
      return (await pool).run(batch);
    },
    async close() {
      await (await pool)?.destroy();
    },
  };
}

interface Pool {
  run(batch: Batch): Promise<Extracted[]>;
  destroy(): Promise<void>;
}

async function startPool(program: string, schema: Schema, threads: number): Promise<Pool> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: program,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    workerData: { schema },
    // Room for the many short-lived objects; a bound for the rest, else the collector lets it grow too far.
    resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 768 },
  });
  const run = async (batch: Batch): Promise<Extracted[]> => {
    try {
      return (await pool.run(batch)) as Extracted[];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
      const { articles, pack } = batch;
      if (articles.length === 1) return [{ failed: 'it takes more memory than a thread may have' }];
      // One article too many for a thread must not take the others with it.
      const results: Extracted[] = [];
      for (const article of articles) results.push(...(await run({ articles: [article], pack })));
      return results;
    }
  };
  return { run, destroy: () => pool.destroy() };
}
