/**
 * A store in a thread of its own, for servers: a query that would run for hours is ended, and others are
 * answered meanwhile by whatever else the server does.
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../errors.js';
import type { RelationGraph } from '../../model.js';
import { type RdfSchema, type SparqlStore, triples } from './store.js';

/** The thread's program. As text, for it must also run where the sources are not compiled. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const oxigraph = require(workerData);
const store = new oxigraph.Store();
parentPort.on('message', ({ triples, query, mediaType }) => {
  if (triples !== undefined) return store.load(triples, { format: 'application/n-triples', lenient: true });
  try {
    parentPort.postMessage({ answer: String(store.query(query, { results_format: mediaType })) });
  } catch (error) {
    parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});`;

type Reply = { readonly answer: string } | { readonly error: string };

/** A store whose queries end after so many milliseconds. They are answered one after another. */
export function createWorkerStore(graph: RelationGraph, schema: RdfSchema, timeout: number): SparqlStore {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const started = new Worker(PROGRAM, {
      eval: true,
      workerData: createRequire(import.meta.url).resolve('oxigraph'),
    });
    for (const piece of triples(graph, schema)) started.postMessage({ triples: piece });
    return started;
  };
  const ask = async (query: string, mediaType: string): Promise<string> => {
    worker ??= start();
    const asked = worker;
    asked.ref();
    try {
      return await reply(asked, { query, mediaType }, timeout);
    } catch (error) {
      if (error instanceof StoppedError) {
        worker = undefined;
        await asked.terminate();
      }
      throw error;
    } finally {
      // An idle thread keeps no process alive.
      asked.unref();
    }
  };
  return {
    answer(query, mediaType) {
      const answer = queue.then(() => ask(query, mediaType));
      queue = answer.catch(() => undefined);
      return answer;
    },
  };
}

/** The thread is of no more use. */
class StoppedError extends UserError {}

function reply(worker: Worker, question: object, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', onReply).off('error', onFailure);
      settle();
    };
    const onReply = (message: Reply) =>
      end(() => ('answer' in message ? resolve(message.answer) : reject(new Error(message.error))));
    const onFailure = (cause: unknown) =>
      end(() =>
        reject(new StoppedError('SPARQL: the query needed more than there is.', { usage: true, cause })),
      );
    const late = `SPARQL: the query took longer than ${timeout / 1000} s; ask for less.`;
    const timer = setTimeout(() => end(() => reject(new StoppedError(late, { usage: true }))), timeout);
    worker.on('message', onReply).on('error', onFailure);
    worker.postMessage(question);
  });
}
